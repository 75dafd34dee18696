package io.smsmessenger.examples.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.Handset;
import io.smsmessenger.examples.simulator.TelnyxSimulator;
import io.smsmessenger.testing.Eventually;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ServletJpaExampleTest {
    private static final String CUSTOMER = "+12025550123";

    @TempDir
    Path data;

    @Test
    void everythingIsStillThereAfterARestart() throws Exception {
        int port;
        JsonNode conversations;
        JsonNode messages;
        try (Application application = Application.start(new Settings(0, data, null))) {
            port = URI.create(application.url()).getPort();
            converse(application);
            conversations = Browser.at(application).get("conversations");
            messages = messages(Browser.at(application));
        }

        try (Application application = Application.start(new Settings(port, data, null))) {
            Browser browser = Browser.at(application);
            assertThat(browser.get("conversations")).isEqualTo(conversations);
            assertThat(messages(browser)).isEqualTo(messages);
            assertThat(handset(application).messages())
                    .extracting(text -> text.text())
                    .containsExactly("Your order is ready.", "On my way!");

            handset(application).text(application.carrier().number(), "Are you still open?");
            Eventually.holds("the old conversation goes on", () -> unread(browser) == 1);
            assertThat(browser.get("conversations")).hasSize(1);
        }
    }

    private static void converse(Application application) throws Exception {
        Browser browser = Browser.at(application);
        assertThat(browser.get("numbers").path(0).path("number").asString())
                .isEqualTo(application.carrier().number());

        JsonNode sent = browser.post("messages", """
                {"to": "%s", "text": "Your order is ready."}""".formatted(CUSTOMER));
        Eventually.holds(
                "it arrives",
                () -> messages(browser).path(0).path("status").asString().equals("DELIVERED"));
        assertThat(handset(application).messages()).singleElement().satisfies(text -> {
            assertThat(text.from()).isEqualTo(application.carrier().number());
            assertThat(text.text()).isEqualTo("Your order is ready.");
        });

        handset(application).text(application.carrier().number(), "On my way!");
        Eventually.holds("the reply comes in", () -> unread(browser) == 1);
        JsonNode conversation = browser.get("conversations");
        assertThat(conversation).hasSize(1);
        assertThat(conversation.path(0).path("id")).isEqualTo(sent.path("conversation"));
        assertThat(conversation.path(0).path("preview").asString()).isEqualTo("On my way!");

        String latest = messages(browser).path(0).path("id").asString();
        String id = conversation.path(0).path("id").asString();
        JsonNode read = browser.post("conversations/" + id + "/read", "{\"message\": \"" + latest + "\"}");
        assertThat(read.path("unread").asLong()).isZero();
    }

    @Test
    void theDeskExplainsRefusalsAndKeepsStrangersOut() throws Exception {
        try (Application application = Application.start(new Settings(0, data, null))) {
            Browser browser = Browser.at(application);

            assertThat(browser.post("messages", "{\"to\": \"5550123\", \"text\": \"Hello\"}")
                            .path("problem")
                            .asString())
                    .isEqualTo("invalid-number");
            assertThat(browser.posted("messages", "application/json", "{\"to\": \"+12025550123\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(browser.posted("messages", "text/plain", "{}").statusCode())
                    .isEqualTo(415);
            assertThat(browser.get("conversations/conv_nonsense/messages")
                            .path("problem")
                            .asString())
                    .isEqualTo("not-found");
            assertThat(browser.posted("../webhooks/telnyx", "application/json", "{}")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(browser.get("conversations")).isEmpty();
        }
    }

    @Test
    void theDeskDoesNotAnswerThroughATunnel() throws Exception {
        try (Application application = Application.start(new Settings(0, data, null))) {
            URI url = URI.create(application.url());
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
                socket.getOutputStream()
                        .write("GET /api/conversations HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 421 ");
            }
        }
    }

    @Test
    void theRealAccountIsChosenByItsKeys() {
        Map<String, String> environment = Map.of(
                "TELNYX_API_KEY", "KEY-of-a-test",
                "TELNYX_NUMBER", "+13035550142",
                "TELNYX_PROFILE_ID", "profile",
                "PUBLIC_WEBHOOK_URL", "https://host.example/webhooks/telnyx");

        assertThat(Settings.from(environment).telnyx())
                .isEqualTo(new Settings.RealAccount("+13035550142", "profile", "https://host.example/webhooks/telnyx"));
        assertThat(Settings.from(Map.of()).telnyx()).isNull();
    }

    private static Handset handset(Application application) {
        TelnyxSimulator simulator = application.carrier().simulator();
        return Objects.requireNonNull(simulator).handset(CUSTOMER);
    }

    private static long unread(Browser browser) throws Exception {
        return browser.get("conversations").path(0).path("unread").asLong();
    }

    private static JsonNode messages(Browser browser) throws Exception {
        String id = browser.get("conversations").path(0).path("id").asString();
        return browser.get("conversations/" + id + "/messages");
    }
}
