package io.smsmessenger.examples.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.messenger.Browser.Answer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may come in where, over real HTTP. */
class SecurityTest {
    private static final String API = "/api/sms/v1";

    @TempDir
    static Path data;

    private static Demo demo;

    @BeforeAll
    static void start() {
        demo = Demo.start(data);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void theApiAnswersStrangersWithAProblemAndNeverWithALoginPage() {
        Answer anonymous = demo.anonymous().get(API + "/me");
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.header("Content-Type")).startsWith("application/problem+json");
        assertThat(anonymous.header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(anonymous.json().path("status").asInt()).isEqualTo(401);

        assertThat(demo.with("alice:bob").get(API + "/me").status()).isEqualTo(401);
        assertThat(demo.with("carol:carol").get(API + "/me").status()).isEqualTo(401);
        assertThat(demo.anonymous().post(API + "/messages", "{}").status()).isIn(401, 403);
    }

    @Test
    void pagesSendStrangersToTheLogin() {
        for (String path : List.of("/", "/messenger", "/messenger/conversation/1", "/no/such/page")) {
            Answer answer = demo.anonymous().get(path);
            assertThat(answer.status()).as(path).isEqualTo(302);
            assertThat(answer.header("Location")).as(path).endsWith("/login");
        }
    }

    @Test
    void aLoginLeadsToTheMessengerWhichLoadsNothingFromElsewhere() {
        Browser browser = demo.anonymous();
        Answer loggedIn = browser.logIn("alice", "alice");
        assertThat(loggedIn.status()).isEqualTo(302);
        assertThat(loggedIn.header("Location")).endsWith("/messenger");

        Answer page = browser.get("/messenger");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("alice").doesNotContain("{{").doesNotContain("http://", "https://");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(page.body()).doesNotContainPattern("\\son\\w+=").doesNotContain("<style", "style=");
        assertThat(browser.get("/assets/messenger.js").body()).doesNotContain("innerHTML", "insertAdjacentHTML");
        assertThat(browser.get(API + "/me").json().path("userId").stringValue()).isEqualTo("alice");

        assertThat(demo.anonymous().logIn("alice", "wrong").header("Location")).endsWith("/login?error");
    }

    @Test
    void aSessionChangesNothingWithoutItsToken() {
        Browser browser = demo.anonymous();
        browser.logIn("alice", "alice");
        browser.get("/messenger");
        String token = browser.cookie("XSRF-TOKEN").orElseThrow();
        String draft = "{\"to\":\"+12025550156\",\"text\":\"Hello\"}";

        assertThat(browser.post(API + "/messages", draft).status()).isEqualTo(403);
        assertThat(browser.post(API + "/messages", draft, "X-XSRF-TOKEN", "guess")
                        .status())
                .isEqualTo(403);
        assertThat(browser.form("/logout", "").status()).isEqualTo(403);
        assertThat(browser.post(API + "/messages", draft, "X-XSRF-TOKEN", token).status())
                .isEqualTo(201);
    }

    @Test
    void aPasswordThatABrowserRemembersIsNoTokenEither() {
        String draft = "{\"to\":\"+12025550157\",\"text\":\"Hello\"}";
        Browser alice = demo.as("alice");
        assertThat(alice.post(API + "/messages", draft, "Origin", "https://elsewhere.example")
                        .status())
                .isEqualTo(403);
        assertThat(alice.post(API + "/messages", draft, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(alice.post(API + "/messages", draft).status()).isEqualTo(201);
    }

    @Test
    void whatIsAlicesAnswersBobLikeWhatDoesNotExist() {
        Browser alice = demo.as("alice");
        Browser bob = demo.as("bob");
        Answer sent = alice.post(API + "/messages", "{\"to\":\"+12025550158\",\"text\":\"Hello\"}");
        String message = sent.json().path("id").stringValue();
        String conversation = sent.json().path("conversationId").stringValue();
        String read = "{\"upTo\":\"" + message + "\"}";

        assertAlike(bob.get(API + "/messages/" + message), bob.get(API + "/messages/msg_zzzzz"));
        assertAlike(bob.get(API + "/conversations/" + conversation), bob.get(API + "/conversations/conv_zzzzz"));
        assertAlike(
                bob.get(API + "/conversations/" + conversation + "/messages"),
                bob.get(API + "/conversations/conv_zzzzz/messages"));
        assertAlike(
                bob.post(API + "/conversations/" + conversation + "/read", read),
                bob.post(API + "/conversations/conv_zzzzz/read", read));
        assertAlike(
                bob.post(API + "/conversations/" + conversation + "/messages", "{\"text\":\"x\"}"),
                bob.post(API + "/conversations/conv_zzzzz/messages", "{\"text\":\"x\"}"));
        assertThat(bob.post(API + "/messages", "{\"to\":\"+12025550158\",\"text\":\"x\",\"from\":\"+13035550142\"}")
                        .status())
                .isEqualTo(422);
        assertThat(bob.get(API + "/contacts").json().path("data")).isEmpty();
    }

    private static void assertAlike(Answer notYours, Answer notThere) {
        assertThat(notYours.status()).isEqualTo(404);
        assertThat(notThere.status()).isEqualTo(404);
        assertThat(notYours.json().path("code")).isEqualTo(notThere.json().path("code"));
        assertThat(notYours.json().path("detail")).isEqualTo(notThere.json().path("detail"));
    }

    @Test
    void aWebhookNeedsTheCarriersSignature() {
        String event = """
                {"data":{"event_type":"message.received","id":"11111111-2222-4333-8444-555555555555",\
                "payload":{"text":"Forged"}}}""";
        String now = Long.toString(Instant.now().getEpochSecond());
        String signature = "A".repeat(86) + "==";
        Browser carrier = demo.anonymous();
        for (String path : List.of("/webhooks/telnyx", "/webhooks/telnyx/sms", "/webhooks/telnyx/dlr")) {
            assertThat(carrier.post(path, event).status()).as(path).isEqualTo(401);
            assertThat(carrier.post(path, event, "telnyx-timestamp", now, "telnyx-signature-ed25519", signature)
                            .status())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void theSimulatedCarrierAsksForItsKey() {
        Browser stranger = demo.anonymous();
        assertThat(stranger.post("/simulator/v2/messages", "{}").status()).isEqualTo(401);
        assertThat(stranger.get("/simulator/").status()).isEqualTo(200);
    }
}
