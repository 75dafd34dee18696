package io.smsmessenger.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smsmessenger.examples.simulator.Receiver.Hook;
import io.smsmessenger.examples.simulator.carrier.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private Receiver receiver;
    private TelnyxSimulator telnyx;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver();
        telnyx = TelnyxSimulator.builder().timings(Timings.fast()).seed(1).start();
        telnyx.addNumber(Client.OURS, telnyx.addProfile("Demo", receiver.url("/profile")));
        client = new Client(telnyx);
    }

    @AfterEach
    void stop() {
        telnyx.close();
        receiver.close();
    }

    @Test
    void acceptedTextIsSentDeliveredAndLandsOnTheHandset() throws Exception {
        Client.Answer answer = client.send(Client.MARIA, "Hello, Maria");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("data").path("to").path(0).path("status").asString())
                .isEqualTo("queued");

        assertThat(telnyx.awaitIdle(SOON)).isTrue();

        assertThat(receiver.hooks()).extracting(Hook::type).containsExactly("message.sent", "message.finalized");
        assertThat(receiver.hooks()).allMatch(hook -> hook.signedWith(telnyx.publicKey()));
        assertThat(receiver.hooks()).allMatch(hook -> hook.attempt() == 1);
        assertThat(receiver.hooks()).extracting(Hook::userAgent).containsOnly("telnyx-webhooks");
        Hook last = receiver.hooks().get(1);
        assertThat(last.payload().path("id").asString()).isEqualTo(answer.id());
        assertThat(last.payload().path("to").path(0).path("status").asString()).isEqualTo("delivered");
        assertThat(Long.parseLong(last.timestamp())).isCloseTo(Instant.now().getEpochSecond(), within(5L));
        assertThat(telnyx.handset(Client.MARIA).messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Hello, Maria");
            assertThat(message.direction()).isEqualTo("received");
        });
        assertThat(client.get("/v2/messages/" + answer.id())
                        .json()
                        .path("data")
                        .path("to")
                        .path(0)
                        .path("status")
                        .asString())
                .isEqualTo("delivered");
    }

    @Test
    void perMessageWebhookComesBeforeTheProfiles() throws Exception {
        String url = receiver.url("/own?ref=abc123");
        Client.Answer answer = client.send(Client.draft(Client.MARIA, "Hi").put("webhook_url", url));
        assertThat(answer.json().path("data").path("webhook_url").asString()).isEqualTo(url);
        telnyx.awaitIdle(SOON);
        assertThat(receiver.hooks())
                .hasSize(2)
                .allMatch(hook ->
                        hook.json().path("meta").path("delivered_to").asString().equals(url));
    }

    @Test
    void inboundTextGoesToTheProfilesWebhook() throws Exception {
        telnyx.handset(Client.MARIA).text(Client.OURS, "Is it ready?", List.of("https://example.com/a.png"));
        telnyx.awaitIdle(SOON);
        Hook hook = receiver.hooks().get(0);
        assertThat(hook.type()).isEqualTo("message.received");
        assertThat(hook.signedWith(telnyx.publicKey())).isTrue();
        assertThat(hook.payload().path("from").path("phone_number").asString()).isEqualTo(Client.MARIA);
        assertThat(hook.payload().path("to").path(0).path("phone_number").asString())
                .isEqualTo(Client.OURS);
        assertThat(hook.payload().path("text").asString()).isEqualTo("Is it ready?");
        assertThat(hook.payload().path("type").asString()).isEqualTo("MMS");
        assertThat(hook.payload().path("autoresponse_type").isNull()).isTrue();
    }

    @Test
    void stopBlocksTheWholeProfileAndStartUnblocks() throws Exception {
        telnyx.handset(Client.MARIA).text(Client.OURS, " stop ");
        telnyx.awaitIdle(SOON);
        assertThat(receiver.hooks().get(0).payload().path("autoresponse_type").asString())
                .isEqualTo("STOP");
        assertThat(telnyx.handset(Client.MARIA).messages()).hasSize(2);

        Client.Answer blocked = client.send(Client.MARIA, "Hello?");
        assertThat(blocked.status()).isEqualTo(400);
        assertThat(blocked.code()).isEqualTo("40300");
        assertThat(blocked.json().path("errors").path(0).path("title").asString())
                .isEqualTo("Blocked due to STOP message");
        assertThat(client.get("/v2/messaging_optouts").json().path("data")).hasSize(1);

        telnyx.handset(Client.MARIA).text(Client.OURS, "Start");
        assertThat(client.send(Client.MARIA, "Hello again").status()).isEqualTo(200);
    }
}
