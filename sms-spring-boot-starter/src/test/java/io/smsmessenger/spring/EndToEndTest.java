package io.smsmessenger.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.examples.simulator.TelnyxSimulator;
import io.smsmessenger.examples.simulator.carrier.Timings;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.UserId;
import io.smsmessenger.testing.Eventually;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole application: Tomcat, Hibernate on H2, the Telnyx client and a carrier at the other end of real sockets. */
class EndToEndTest {
    private static final String NUMBER = "+13035550142";
    private static final String PEER = "+12025550123";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    private Path directory;

    private int port;
    private TelnyxSimulator telnyx;
    private String profile;
    private ConfigurableApplicationContext application;

    @BeforeEach
    void start() throws IOException {
        port = freePort();
        telnyx = TelnyxSimulator.builder().timings(Timings.fast()).start();
        profile = telnyx.addProfile("Demo", "http://127.0.0.1:" + port + "/webhooks/telnyx");
        telnyx.addNumber(NUMBER, profile);
        application = application();
        SmsMessenger messenger = application.getBean(SmsMessenger.class);
        UserId ann = UserId.of("ann");
        messenger
                .operator()
                .assign(
                        PhoneNumber.of(NUMBER),
                        ann,
                        messenger.operator().addProfile(ann, profile, "Demo").id());
    }

    @AfterEach
    void stop() {
        application.close();
        telnyx.close();
    }

    @Test
    void aConversationIsHadAndOutlivesARestart() throws Exception {
        JsonNode sent = post("/messages", "{\"to\":\"(202) 555-0123\",\"text\":\"Is four o'clock fine?\"}");
        String message = "/messages/" + sent.at("/id").asString();

        Eventually.holds("it is delivered", () -> is(message, "DELIVERED"));
        assertThat(telnyx.handset(PEER).messages()).hasSize(1);
        assertThat(get(message + "/history").at("/data").size()).isGreaterThanOrEqualTo(3);

        telnyx.handset(PEER).text(NUMBER, "Yes \uD83D\uDC4D");
        JsonNode unread = Eventually.value(
                "the answer is here",
                () -> get("/conversations?unread=true").at("/data/0"),
                conversation -> conversation.isObject());
        assertThat(unread.at("/preview").asString()).isEqualTo("Yes \uD83D\uDC4D");
        assertThat(unread.at("/unreadCount").asInt()).isOne();

        String conversation = "/conversations/" + unread.at("/id").asString();
        String answer = get(conversation + "/messages").at("/data/1/id").asString();
        assertThat(post(conversation + "/read", "{\"upTo\":\"" + answer + "\"}")
                        .at("/unreadCount")
                        .asInt())
                .isZero();

        application.close();
        application = application();

        assertThat(get("/me").at("/unreadTotal").asInt()).isZero();
        assertThat(get(conversation + "/messages").at("/data")).hasSize(2);
        assertThat(is(message, "DELIVERED")).isTrue();
        assertThat(telnyx.messages()).hasSize(2);
    }

    @Test
    void aTextThatAsksToStopIsObeyed() throws Exception {
        telnyx.handset(PEER).text(NUMBER, "STOP");
        Eventually.holds(
                "the wish is here", () -> !get("/conversations").at("/data").isEmpty());

        JsonNode refused = post("/messages", "{\"to\":\"" + PEER + "\",\"text\":\"But...\"}");

        assertThat(refused.at("/code").asString()).isEqualTo("recipient-opted-out");
    }

    @Test
    void aWebhookThatNobodySignedIsRefused() throws Exception {
        HttpResponse<String> forged = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/telnyx"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"data\":{}}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.body()).isEmpty();
    }

    private ConfigurableApplicationContext application() {
        return new SpringApplicationBuilder(Host.class)
                .properties(
                        "server.port=" + port,
                        "server.address=127.0.0.1",
                        "spring.main.banner-mode=off",
                        "spring.datasource.url=jdbc:h2:file:" + directory.resolve("app"),
                        "spring.jpa.hibernate.ddl-auto=validate",
                        "sms.jpa.schema.initialize=always",
                        "sms.default-region=US",
                        "sms.rest.enabled=true",
                        "sms.dispatch.poll-interval=200ms",
                        "sms.webhook.public-url=http://127.0.0.1:" + port + "/webhooks/telnyx",
                        "sms.telnyx.base-url=" + telnyx.baseUrl(),
                        "sms.telnyx.api-key=" + telnyx.apiKey(),
                        "sms.telnyx.public-key=" + telnyx.publicKey())
                .run();
    }

    private boolean is(String message, String status) throws Exception {
        return get(message).at("/status").asString().equals(status);
    }

    private JsonNode get(String path) throws Exception {
        return call(HttpRequest.newBuilder().GET(), path);
    }

    private JsonNode post(String path, String body) throws Exception {
        return call(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                path);
    }

    private JsonNode call(HttpRequest.Builder request, String path) throws Exception {
        HttpResponse<String> response = http.send(
                request.uri(URI.create("http://127.0.0.1:" + port + "/api/sms/v1" + path))
                        .header("X-Test-User", "ann")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return json.readTree(response.body());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Host {
        @Bean
        SmsUserResolver resolver() {
            return request ->
                    Optional.ofNullable(request.getHeader("X-Test-User")).map(UserId::of);
        }
    }
}
