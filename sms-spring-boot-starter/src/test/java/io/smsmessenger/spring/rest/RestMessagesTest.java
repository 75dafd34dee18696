package io.smsmessenger.spring.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Sending, reading, calling back and previewing messages. */
@RestTest
class RestMessagesTest {
    private static final String PEER = "+12025550123";

    @Autowired
    private Users users;

    private Users.User ann;

    @BeforeEach
    void user() {
        ann = users.create("ann");
    }

    @Test
    void aTextIsKeptAndSaysWhereItIs() {
        Users.Reply sent = ann.post("/messages", "{\"to\":\"" + PEER + "\",\"text\":\"Hello\"}");

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.header("Location")).isEqualTo("/api/sms/v1/messages/" + sent.at("/id"));
        assertThat(sent.header("Content-Type")).isEqualTo("application/json");
        assertThat(sent.header("Cache-Control")).isEqualTo("no-store");
        assertThat(sent.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(sent.at("/status")).isEqualTo("QUEUED");
        assertThat(sent.at("/coarseStatus")).isEqualTo("QUEUED");
        assertThat(sent.at("/direction")).isEqualTo("OUTBOUND");
        assertThat(sent.at("/peer")).isEqualTo(PEER);
        assertThat(sent.at("/numberId")).isEqualTo(ann.number.id().toString());
        assertThat(sent.at("/occurredAt")).endsWith("Z");
        assertThat(sent.at("/billing/parts")).isEqualTo("1");
        assertThat(sent.json().at("/billing/cost").isNull()).isTrue();
        assertThat(sent.json().at("/sendAt").isNull()).isTrue();
        assertThat(ann.get("/messages/" + sent.at("/id")).raw()).isEqualTo(sent.raw());
        assertThat(ann.get("/messages/" + sent.at("/id") + "/history").raw()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void numbersAreReadAsPeopleTypeThem() {
        Users.Reply sent = ann.post("/messages", "{\"to\":\"(202) 555-0123\",\"text\":\"Hello\"}");

        assertThat(sent.at("/peer")).isEqualTo(PEER);
    }

    @Test
    void theSameKeyIsTheSameMessageAndWithOtherWordsIsRefused() {
        Users.Reply first = keyed("one", "Hello");
        Users.Reply again = keyed("one", "Hello");
        Users.Reply other = keyed("one", "Good bye");
        Users.Reply strangers = users.create("bob")
                .call(Users.request("POST", "/messages")
                        .contentType("application/json")
                        .header("Idempotency-Key", "one")
                        .content("{\"to\":\"" + PEER + "\",\"text\":\"Good bye\"}"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.at("/clientKey")).isEqualTo("one");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.raw()).isEqualTo(first.raw());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("client-key-reused");
        assertThat(strangers.status()).isEqualTo(201);
    }

    @Test
    void anEmptyKeyIsRefused() {
        assertThat(keyed(" ", "Hello").at("/code")).isEqualTo("invalid-client-key");
    }

    @Test
    void aReplyLeavesFromTheConversationsNumber() {
        ann.getsText(PEER, "Hi");
        String conversation = ann.get("/conversations").at("/data/0/id");

        Users.Reply reply = ann.post("/conversations/" + conversation + "/messages", "{\"text\":\"Hello\"}");
        Users.Reply byBody = ann.post("/messages", "{\"conversationId\":\"" + conversation + "\",\"text\":\"Hello\"}");

        assertThat(List.of(reply, byBody)).allSatisfy(each -> {
            assertThat(each.status()).isEqualTo(201);
            assertThat(each.at("/conversationId")).isEqualTo(conversation);
            assertThat(each.at("/peer")).isEqualTo(PEER);
        });
    }

    @Test
    void aContactCanBeTexted() {
        String contact = ann.post("/contacts", "{\"name\":\"Kim\",\"phone\":\"" + PEER + "\"}")
                .at("/id");

        assertThat(ann.post("/messages", "{\"contactId\":\"" + contact + "\",\"text\":\"Hello\"}")
                        .at("/peer"))
                .isEqualTo(PEER);
    }

    @Test
    void mediaAndTimeAreCarriedAlong() {
        Users.Reply sent = ann.post(
                "/messages",
                "{\"to\":\"" + PEER + "\",\"mediaUrls\":[\"https://media.example/a.png\"],"
                        + "\"sendAt\":\"2199-01-31T10:30:00+01:00\"}");

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.at("/mediaUrls/0")).isEqualTo("https://media.example/a.png");
        assertThat(sent.at("/sendAt")).isEqualTo("2199-01-31T09:30:00Z");
        assertThat(sent.at("/status")).isEqualTo("SCHEDULED");
    }

    @Test
    void whatWaitsIsCalledBackOnce() {
        String id = keyed("back", "Hello").at("/id");

        Users.Reply back = ann.delete("/messages/" + id);
        Users.Reply again = ann.delete("/messages/" + id);

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.at("/status")).isEqualTo("CANCELLED");
        Users.Reply history = ann.get("/messages/" + id + "/history");
        assertThat(history.at("/data/0/status")).isEqualTo("CANCELLED");
        assertThat(history.at("/data/0/source")).isEqualTo("PERSON");
        assertThat(history.json().at("/data/0/applied").asBoolean()).isTrue();
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/code")).isEqualTo("too-late");
    }

    @Test
    void aPreviewSaysWhyAsData() {
        Users.Reply fine = ann.post("/messages/preview", "{\"to\":\"" + PEER + "\",\"text\":\"Hello\"}");
        Users.Reply empty = ann.post("/messages/preview", "{\"to\":\"" + PEER + "\"}");

        assertThat(fine.status()).isEqualTo(200);
        assertThat(fine.json().at("/allowed").asBoolean()).isTrue();
        assertThat(fine.at("/number")).isEqualTo(ann.number.number().value());
        assertThat(fine.at("/parts")).isEqualTo("1");
        assertThat(fine.at("/encoding")).isEqualTo("GSM_7");
        assertThat(empty.json().at("/allowed").asBoolean()).isFalse();
        assertThat(empty.at("/refusals/0/code")).isEqualTo("empty-message");
        assertThat(ann.get("/conversations").json().at("/data")).isEmpty();
    }

    @Test
    void aPageIsReadOldestFirstAndBeforeLeadsToOlderOnes() {
        for (int i = 1; i <= 5; i++) {
            ann.getsText(PEER, "text " + i);
        }
        String messages = "/conversations/" + ann.get("/conversations").at("/data/0/id") + "/messages";

        Users.Reply newest = ann.get(messages + "?limit=2");
        Users.Reply older = ann.get(messages + "?limit=2&before=" + newest.at("/page/before"));
        Users.Reply oldest = ann.get(messages + "?limit=2&before=" + older.at("/page/before"));
        Users.Reply forward = ann.get(messages + "?limit=2&after=" + oldest.at("/page/after"));

        assertThat(texts(newest)).containsExactly("text 4", "text 5");
        assertThat(texts(older)).containsExactly("text 2", "text 3");
        assertThat(texts(oldest)).containsExactly("text 1");
        assertThat(texts(forward)).containsExactly("text 2", "text 3");
        assertThat(newest.json().at("/page/hasAfter").asBoolean()).isFalse();
        assertThat(newest.json().at("/page/hasBefore").asBoolean()).isTrue();
        assertThat(oldest.json().at("/page/hasBefore").asBoolean()).isFalse();
        assertThat(forward.json().at("/page/hasAfter").asBoolean()).isTrue();
    }

    private Users.Reply keyed(String key, String text) {
        return ann.call(Users.request("POST", "/messages")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .content("{\"to\":\"" + PEER + "\",\"text\":\"" + text + "\"}"));
    }

    private static List<String> texts(Users.Reply page) {
        List<String> texts = new ArrayList<>();
        for (JsonNode message : page.json().at("/data")) {
            texts.add(message.at("/text").asString());
        }
        return texts;
    }
}
