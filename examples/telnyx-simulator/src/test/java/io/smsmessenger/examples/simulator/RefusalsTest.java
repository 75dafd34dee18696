package io.smsmessenger.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.Client.Answer;
import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.examples.simulator.carrier.Timings;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.state.JournalEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class RefusalsTest {
    private TelnyxSimulator telnyx;
    private Client client;
    private String profile;

    @BeforeEach
    void start() {
        telnyx = TelnyxSimulator.builder().timings(Timings.fast()).start();
        profile = telnyx.addProfile("Demo", null);
        telnyx.addNumber(Client.OURS, profile);
        telnyx.addNumber("+13035550143", null);
        client = new Client(telnyx);
    }

    @AfterEach
    void stop() {
        telnyx.close();
    }

    private void refused(ObjectNode draft, int status, String code) throws Exception {
        Answer answer = client.send(draft);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(telnyx.messages()).isEmpty();
    }

    private static ObjectNode draft() {
        return Client.draft(Client.MARIA, "Hello");
    }

    @Test
    void keyIsRequired() throws Exception {
        Answer answer = new Client(telnyx.rootUrl(), "wrong").send(draft());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("10009");
    }

    @Test
    void addressesAreChecked() throws Exception {
        refused(draft().put("to", "2025550123"), 400, "10016");
        refused(draft().put("to", "+1202555"), 400, "40310");
        refused(draft().put("from", "+13035550199"), 400, "40305");
        refused(draft().put("from", "+13035550143"), 400, "40305");
        refused(draft().without("to"), 400, "10004");
        refused(draft().without("from"), 400, "10004");
        ObjectNode group = draft();
        group.putArray("to").add(Client.MARIA);
        refused(group, 400, "10015");
    }

    @Test
    void contentIsChecked() throws Exception {
        refused(draft().without("text"), 400, "40316");
        refused(draft().put("text", "a".repeat(1531)), 400, "40302");
        refused(draft().put("text", "\u00e7".repeat(671)), 400, "40302");
        refused(draft().put("text", "a".repeat(1200)).put("auto_detect", true), 400, "40328");
        refused(draft().put("text", "\u20bf").put("encoding", "gsm7"), 400, "10015");
        ObjectNode media = draft();
        media.set("media_urls", Json.strings(Collections.nCopies(11, "https://example.com/a.png")));
        refused(media, 400, "40317");
        ObjectNode both = draft().put("type", "SMS");
        both.set("media_urls", Json.strings(Collections.nCopies(1, "https://example.com/a.png")));
        refused(both, 400, "40304");
        refused(draft().put("webhook_url", "https://example.com/" + "a".repeat(2000)), 400, "10003");
    }

    @Test
    void profileIsChecked() throws Exception {
        patch("{\"whitelisted_destinations\":[\"CA\"]}");
        refused(draft(), 400, "40309");
        patch("{\"whitelisted_destinations\":[\"US\"],\"enabled\":false}");
        refused(draft(), 400, "40312");
    }

    private void patch(String body) throws IOException, InterruptedException {
        assertThat(client.call("PATCH", "/v2/messaging_profiles/" + profile, body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nonsenseIsRefused() throws Exception {
        assertThat(client.call("POST", "/v2/messages", "{oops").code()).isEqualTo("10023");
        assertThat(client.call("POST", "/v2/messages", "[]").code()).isEqualTo("10015");
        assertThat(client.get("/v2/messages/00000000-0000-4000-8000-000000000000")
                        .status())
                .isEqualTo(404);
        assertThat(client.get("/v2/nothing").code()).isEqualTo("10005");
    }

    @Test
    void orderedFaultsComeOneByOneAndTheJournalKnowsTheTruth() throws Exception {
        telnyx.network()
                .nextSendFails(
                        SendFault.refuse(503, null).withRetryAfter("0"),
                        SendFault.answerThoughAccepted(500, "10007"),
                        SendFault.truncate(),
                        SendFault.hang(Duration.ofMillis(300)));
        Answer busy = client.send(draft());
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.http().headers().firstValue("retry-after")).contains("0");
        assertThat(client.send(draft()).code()).isEqualTo("10007");
        Assertions.assertThatThrownBy(() -> client.send(draft())).isInstanceOf(IOException.class);
        assertThat(client.send(draft()).status()).isEqualTo(200);

        assertThat(telnyx.journal())
                .extracting(JournalEntry::outcome)
                .containsExactly(
                        "not accepted, answered 503",
                        "accepted, answered 500",
                        "accepted, truncated",
                        "accepted, answered 200 after 300 ms");
        assertThat(telnyx.journal().stream().filter(entry -> entry.messageId() != null))
                .hasSize(3);
        assertThat(telnyx.messages()).hasSize(3);
    }

    @Test
    void droppedConnectionLeavesTheMessageAccepted() throws Exception {
        telnyx.network().nextSendFails(SendFault.drop(true));
        Assertions.assertThatThrownBy(() -> client.send(draft())).isInstanceOf(IOException.class);
        assertThat(telnyx.journal()).allMatch(JournalEntry::isSend).hasSizeGreaterThanOrEqualTo(1);
        assertThat(telnyx.journal().get(0).outcome()).isEqualTo("accepted, dropped");
        assertThat(telnyx.messages()).isNotEmpty();
    }

    @Test
    void journalNeverHoldsTheKey() throws Exception {
        client.send(draft());
        assertThat(client.get("/api/journal").http().body())
                .contains("accepted, answered 200")
                .doesNotContain(telnyx.apiKey());
    }
}
