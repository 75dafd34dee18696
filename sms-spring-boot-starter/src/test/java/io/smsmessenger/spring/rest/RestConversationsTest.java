package io.smsmessenger.spring.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who one is, one's numbers and profiles, and one's conversations. */
@RestTest
class RestConversationsTest {
    private static final String PEER = "+12025550123";

    @Autowired
    private Users users;

    private Users.User ann;

    @BeforeEach
    void user() {
        ann = users.create("ann");
    }

    @Test
    void meIsWhatAnInterfaceAsksFirst() {
        ann.getsText(PEER, "Hi");

        Users.Reply me = ann.get("/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.at("/userId")).isEqualTo(ann.id.value());
        assertThat(me.at("/numbers/0/number")).isEqualTo(ann.number.number().value());
        assertThat(me.json().at("/numbers/0/default").asBoolean()).isTrue();
        assertThat(me.at("/defaultNumberId")).isEqualTo(ann.number.id().toString());
        assertThat(me.at("/unreadTotal")).isEqualTo("1");
    }

    @Test
    void aNumberIsNamedAndTakenOffItsProfileAndPutBack() {
        String path = "/numbers/" + ann.number.id();

        Users.Reply named = ann.patch(path, "{\"label\":\" Shop \",\"profileId\":null}");
        Users.Reply refused = ann.post("/messages", "{\"to\":\"" + PEER + "\",\"text\":\"x\"}");
        Users.Reply back = ann.patch(path, "{\"label\":null,\"profileId\":\"" + ann.profile + "\",\"default\":true}");

        assertThat(named.at("/label")).isEqualTo("Shop");
        assertThat(named.json().at("/profileId").isNull()).isTrue();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("number-without-profile");
        assertThat(back.json().at("/label").isNull()).isTrue();
        assertThat(back.at("/profileId")).isEqualTo(ann.profile.toString());
        assertThat(ann.get("/numbers").at("/data/0/id"))
                .isEqualTo(ann.number.id().toString());
    }

    @Test
    void aRefusedChangeOfANumberChangesNothing() {
        Users.Reply notDefault = ann.patch("/numbers/" + ann.number.id(), "{\"label\":\"new\",\"default\":false}");
        Users.Reply tooLong =
                ann.patch("/numbers/" + ann.number.id(), "{\"label\":\"" + "x".repeat(101) + "\",\"profileId\":null}");

        assertThat(notDefault.at("/code")).isEqualTo("invalid-field");
        assertThat(notDefault.at("/errors/0/pointer")).isEqualTo("/default");
        assertThat(tooLong.at("/code")).isEqualTo("invalid-field");
        assertThat(ann.get("/numbers").json().at("/data/0/label").isNull()).isTrue();
        assertThat(ann.get("/numbers").at("/data/0/profileId")).isEqualTo(ann.profile.toString());
    }

    @Test
    void aProfileIsRenamedAndSwitchedOff() {
        Users.Reply changed = ann.patch("/profiles/" + ann.profile, "{\"name\":\"Sales\",\"enabled\":false}");

        assertThat(changed.at("/name")).isEqualTo("Sales");
        assertThat(ann.get("/profiles").json().at("/data/0/enabled").asBoolean())
                .isFalse();
        assertThat(ann.post("/messages", "{\"to\":\"" + PEER + "\",\"text\":\"x\"}")
                        .at("/code"))
                .isEqualTo("profile-disabled");
    }

    @Test
    void aConversationIsBegunOnceAndFoundAgain() {
        String body = "{\"numberId\":\"" + ann.number.id() + "\",\"to\":\"202 555 0123\"}";

        Users.Reply first = ann.post("/conversations", body);
        Users.Reply again = ann.post("/conversations", body);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Location")).isEqualTo("/api/sms/v1/conversations/" + first.at("/id"));
        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(ann.get("/conversations/" + first.at("/id")).raw()).isEqualTo(again.raw());
    }

    @Test
    void whatCameInIsUnreadUntilItIsRead() {
        ann.getsText(PEER, "one");
        String conversation = ann.get("/conversations").at("/data/0/id");
        String seen = ann.get("/conversations/" + conversation + "/messages").at("/data/0/id");
        ann.getsText(PEER, "two");

        Users.Reply read = ann.post("/conversations/" + conversation + "/read", "{\"upTo\":\"" + seen + "\"}");

        assertThat(read.at("/unreadCount")).isEqualTo("1");
        Users.Reply list = ann.get("/conversations?unread=true&state=OPEN&number=" + ann.number.id());
        assertThat(list.at("/data/0/preview")).isEqualTo("two");
        assertThat(list.at("/data/0/lastDirection")).isEqualTo("INBOUND");
        assertThat(list.at("/data/0/unreadCount")).isEqualTo("1");
    }

    @Test
    void aConversationIsMarkedUnreadAndPutAway() {
        ann.getsText(PEER, "one");
        String path = "/conversations/" + ann.get("/conversations").at("/data/0/id");
        ann.post(path + "/read", "{\"upTo\":\"" + ann.get(path + "/messages").at("/data/0/id") + "\"}");

        Users.Reply marked = ann.post(path + "/unread", "");
        Users.Reply done = ann.patch(path, "{\"state\":\"DONE\"}");

        assertThat(marked.json().at("/unread").asBoolean()).isTrue();
        assertThat(marked.at("/unreadCount")).isEqualTo("0");
        assertThat(done.at("/state")).isEqualTo("DONE");
        assertThat(ann.get("/conversations?state=OPEN").json().at("/data")).isEmpty();
        assertThat(ann.get("/conversations?state=DONE").json().at("/data")).hasSize(1);
        assertThat(ann.patch(path, "{\"state\":\"OPEN\"}").at("/state")).isEqualTo("OPEN");
    }

    @Test
    void theListIsReadOnByCursors() {
        for (int i = 1; i <= 3; i++) {
            ann.getsText("+1202555010" + i, "from " + i);
        }

        Users.Reply first = ann.get("/conversations?limit=2");
        Users.Reply rest = ann.get("/conversations?limit=2&after=" + first.at("/page/after"));
        Users.Reply back = ann.get("/conversations?limit=2&before=" + rest.at("/page/before"));

        assertThat(first.json().at("/data")).hasSize(2);
        assertThat(first.json().at("/page/hasAfter").asBoolean()).isTrue();
        assertThat(rest.json().at("/data")).hasSize(1);
        assertThat(rest.json().at("/page/hasAfter").asBoolean()).isFalse();
        assertThat(back.json().at("/data")).isEqualTo(first.json().at("/data"));
    }

    @Test
    void getChangesNothing() {
        ann.getsText(PEER, "one");
        String path = "/conversations/" + ann.get("/conversations").at("/data/0/id");

        ann.get(path);
        ann.get(path + "/messages");

        assertThat(ann.get("/me").at("/unreadTotal")).isEqualTo("1");
    }
}
