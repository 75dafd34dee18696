package io.smsmessenger.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.carrier.Timings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HandsetApiTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String MESSAGES = "/api/handsets/" + Client.MARIA + "/messages";

    private TelnyxSimulator telnyx;
    private Client client;

    @BeforeEach
    void start() {
        telnyx = TelnyxSimulator.builder().timings(Timings.fast()).start();
        telnyx.addNumber(Client.OURS, telnyx.addProfile("Demo", null));
        client = new Client(telnyx);
    }

    @AfterEach
    void stop() {
        telnyx.close();
    }

    @Test
    void listsWhatAHandsetSentAndReceived() throws Exception {
        client.send(Client.MARIA, "Your key is ready");
        telnyx.awaitIdle(SOON);
        Client.Answer sent = client.call(
                "POST",
                MESSAGES,
                "{\"to\":\"+13035550142\",\"text\":\"Thanks\",\"mediaUrls\":[\"https://example.com/a.png\"]}");
        assertThat(sent.status()).isEqualTo(201);

        JsonNode messages = client.get(MESSAGES).json().path("data");
        assertThat(messages).hasSize(2);
        assertThat(messages.path(0).path("direction").asString()).isEqualTo("received");
        assertThat(messages.path(0).path("text").asString()).isEqualTo("Your key is ready");
        assertThat(messages.path(1).path("direction").asString()).isEqualTo("sent");
        assertThat(messages.path(1).path("mediaUrls").path(0).asString()).isEqualTo("https://example.com/a.png");
        assertThat(messages.path(1).path("at").asString()).isNotEmpty();
        assertThat(client.get(MESSAGES.replace("+", "%2B")).json().path("data")).hasSize(2);
        JsonNode handsets = client.get("/api/handsets").json().path("data");
        assertThat(handsets.path(0).path("number").asString()).isEqualTo(Client.MARIA);
        assertThat(handsets.path(0).path("messages").asInt()).isEqualTo(2);
    }

    @Test
    void saysClearlyWhenTheNumberIsNotOurs() throws Exception {
        Client.Answer answer = client.call("POST", MESSAGES, "{\"to\":\"+13035550100\",\"text\":\"Hello?\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.http().body()).contains("+13035550100 is no number of this account");
        assertThat(client.call("POST", MESSAGES, "{\"text\":\"Hello?\"}").status())
                .isEqualTo(400);
    }

    @Test
    void turnsTheKnobs() throws Exception {
        JsonNode network = client.call(
                        "PUT",
                        "/api/network",
                        "{\"delayMillis\":7,\"loseReceipts\":10,\"shuffle\":true,"
                                + "\"nextSends\":[{\"status\":503,\"code\":\"10037\"}],"
                                + "\"nextWebhooks\":[\"bad_signature\"]}")
                .json();
        assertThat(network.path("delayMillis").asInt()).isEqualTo(7);
        assertThat(network.path("duplicate").asInt()).isEqualTo(0);
        assertThat(network.path("nextWebhooks").path(0).asString()).isEqualTo("bad_signature");
        assertThat(client.send(Client.MARIA, "Hi").status()).isEqualTo(503);
        assertThat(client.get("/api/network").json().path("nextSends")).isEmpty();
        assertThat(client.call("PUT", "/api/network", "{\"loseReceipts\":101}").status())
                .isEqualTo(400);
    }

    @Test
    void showsTheWireAndForgetsOnReset() throws Exception {
        client.send(Client.MARIA, "Hi");
        telnyx.awaitIdle(SOON);
        assertThat(client.get("/api/wire")
                        .json()
                        .path("data")
                        .path(0)
                        .path("what")
                        .asString())
                .isEqualTo("POST /v2/messages");
        assertThat(client.call("POST", "/api/reset", "").status()).isEqualTo(200);
        assertThat(client.get("/api/handsets").json().path("data")).isEmpty();
        assertThat(client.get("/api/journal").json().path("data")).hasSize(1);
    }

    @Test
    void servesThePage() throws Exception {
        Client.Answer page = client.get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.http().headers().firstValue("content-security-policy")).isPresent();
        assertThat(page.http().body()).contains("handset.js").doesNotContain("http://", "https://");
        String script = client.get("/handset.js").http().body();
        assertThat(script).contains("textContent").doesNotContain("innerHTML");
        assertThat(client.get("/handset.css").status()).isEqualTo(200);
        assertThat(client.get("/other").status()).isEqualTo(404);
    }
}
