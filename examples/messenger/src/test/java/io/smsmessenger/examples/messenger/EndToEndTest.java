package io.smsmessenger.examples.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.messenger.Browser.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the README promises of the demo, over real HTTP, and once more after a restart. */
class EndToEndTest {
    private static final String API = "/api/sms/v1";
    private static final String HANDSET = "+12025550155";

    @TempDir
    Path data;

    @Test
    void textsGoThereAndBackAndSurviveARestart() {
        String message;
        String conversation;
        List<String> before;
        try (Demo demo = Demo.start(data)) {
            Browser alice = demo.as("alice");
            assertThat(texts(alice.get(API + "/me").json().path("numbers"), "number"))
                    .containsExactly("+13035550142", "+17205550160");

            Answer sent = alice.post(API + "/messages", "{\"to\":\"" + HANDSET + "\",\"text\":\"Ready at five\"}");
            assertThat(sent.status()).isEqualTo(201);
            message = sent.json().path("id").stringValue();
            conversation = sent.json().path("conversationId").stringValue();

            JsonNode handset = Eventually.see(
                    () -> demo.anonymous().get(handset(HANDSET)).json().path("data"), list -> !list.isEmpty());
            assertThat(texts(handset, "text")).containsExactly("Ready at five");
            assertThat(handset.path(0).path("from").stringValue()).isEqualTo("+13035550142");

            String reply = "{\"to\":\"+13035550142\",\"text\":\"Thank you\",\"mediaUrls\":[]}";
            assertThat(demo.anonymous().post(handset(HANDSET), reply).status()).isEqualTo(201);
            assertThat(unread(alice, conversation, 1)).isEqualTo(1);
            JsonNode messages = messages(alice, conversation);
            assertThat(texts(messages, "text")).containsExactly("Ready at five", "Thank you");

            String upTo = messages.path(1).path("id").stringValue();
            Answer read = alice.post(API + "/conversations/" + conversation + "/read", "{\"upTo\":\"" + upTo + "\"}");
            assertThat(read.status()).isEqualTo(200);
            assertThat(unread(alice, conversation, 0)).isZero();
            assertThat(status(alice, message)).isEqualTo("DELIVERED");
            before = everything(alice);
        }

        try (Demo demo = Demo.start(data)) {
            Browser alice = demo.as("alice");
            assertThat(everything(alice)).isEqualTo(before);
            assertThat(texts(messages(alice, conversation), "text")).containsExactly("Ready at five", "Thank you");
            assertThat(status(alice, message)).isEqualTo("DELIVERED");
            assertThat(texts(demo.anonymous().get(handset(HANDSET)).json().path("data"), "text"))
                    .containsExactly("Ready at five", "Thank you");

            // The port is another one now: both ways still work.
            Answer sent =
                    alice.post(API + "/conversations/" + conversation + "/messages", "{\"text\":\"See you tomorrow\"}");
            assertThat(sent.status()).isEqualTo(201);
            assertThat(status(alice, sent.json().path("id").stringValue())).isEqualTo("DELIVERED");
            demo.anonymous().post(handset(HANDSET), "{\"to\":\"+13035550142\",\"text\":\"Fine\",\"mediaUrls\":[]}");
            assertThat(unread(alice, conversation, 1)).isEqualTo(1);
        }
    }

    @Test
    void theFirstStartSeedsConversationsThatWereReallyTexted() {
        try (Demo demo = Demo.start(data)) {
            Browser alice = demo.as("alice");
            JsonNode list = alice.get(API + "/conversations").json().path("data");
            assertThat(texts(list, "peer")).containsExactly("+16475550187", "+12025550123", "+12025550147");
            assertThat(texts(list, "peerName")).containsExactly("", "Maria Lopez", "Dana Chen");
            assertThat(texts(list, "unreadCount")).containsExactly("1", "0", "0");
            JsonNode maria = messages(alice, list.path(1).path("id").stringValue());
            assertThat(texts(maria, "text"))
                    .containsExactly("Hi, is my order ready?", "Yes, come any time before 6.", "Ok thanks!");
            assertThat(texts(maria, "status")).containsExactly("RECEIVED", "DELIVERED", "RECEIVED");
            assertThat(texts(
                            demo.anonymous().get(handset("+12025550123")).json().path("data"), "text"))
                    .containsExactly("Hi, is my order ready?", "Yes, come any time before 6.", "Ok thanks!");
            JsonNode bob = demo.as("bob").get(API + "/me").json();
            assertThat(bob.path("numbers")).isEmpty();
            assertThat(demo.as("bob").get(API + "/conversations").json().path("data"))
                    .isEmpty();
        }
    }

    private static String handset(String number) {
        return "/simulator/api/handsets/" + number + "/messages";
    }

    private static JsonNode messages(Browser user, String conversation) {
        return user.get(API + "/conversations/" + conversation + "/messages")
                .json()
                .path("data");
    }

    private static int unread(Browser user, String conversation, int wanted) {
        return Eventually.see(
                () -> user.get(API + "/conversations/" + conversation)
                        .json()
                        .path("unreadCount")
                        .asInt(),
                count -> count == wanted);
    }

    private static String status(Browser user, String message) {
        return Eventually.see(
                () -> user.get(API + "/messages/" + message)
                        .json()
                        .path("status")
                        .stringValue(),
                status -> status.equals("DELIVERED"));
    }

    /** Numbers, contacts and conversations as the API tells them. */
    private static List<String> everything(Browser user) {
        return List.of(
                user.get(API + "/me").body(),
                user.get(API + "/contacts").body(),
                user.get(API + "/conversations").body());
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(field).asString(""))
                .toList();
    }
}
