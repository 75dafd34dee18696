package io.smsmessenger.spring.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One's contacts, and changing them safely. */
@RestTest
class RestContactsTest {
    private static final String KIM = "{\"name\":\"Kim\",\"phone\":\"(202) 555-0123\",\"externalId\":\"crm-1\"}";

    @Autowired
    private Users users;

    private Users.User ann;

    @BeforeEach
    void user() {
        ann = users.create("ann");
    }

    @Test
    void aContactIsAddedAndFound() {
        Users.Reply added = ann.post("/contacts", KIM);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/api/sms/v1/contacts/" + added.at("/id"));
        assertThat(added.header("ETag")).isEqualTo("\"v" + added.at("/version") + "\"");
        assertThat(added.at("/phone")).isEqualTo("+12025550123");
        assertThat(ann.get("/contacts/" + added.at("/id")).raw()).isEqualTo(added.raw());
        assertThat(ann.get("/contacts?q=KIM").at("/data/0/id")).isEqualTo(added.at("/id"));
        assertThat(ann.get("/contacts?q=nobody").json().at("/data")).isEmpty();
    }

    @Test
    void onePhoneIsOneContactOfAUser() {
        ann.post("/contacts", KIM);

        Users.Reply again = ann.post("/contacts", "{\"phone\":\"+12025550123\"}");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/code")).isEqualTo("duplicate-contact");
        assertThat(users.create("bob").post("/contacts", KIM).status()).isEqualTo(201);
    }

    @Test
    void whatIsAbsentStaysAndNullClears() {
        String path = "/contacts/" + ann.post("/contacts", KIM).at("/id");

        Users.Reply renamed = ann.patch(path, "{\"name\":\"Kim Li\"}");
        Users.Reply cleared = ann.patch(path, "{\"name\":null,\"externalId\":null,\"phone\":\"202-555-0199\"}");
        Users.Reply withoutPhone = ann.patch(path, "{\"phone\":null}");

        assertThat(renamed.at("/name")).isEqualTo("Kim Li");
        assertThat(renamed.at("/externalId")).isEqualTo("crm-1");
        assertThat(cleared.json().at("/name").isNull()).isTrue();
        assertThat(cleared.json().at("/externalId").isNull()).isTrue();
        assertThat(cleared.at("/phone")).isEqualTo("+12025550199");
        assertThat(withoutPhone.status()).isEqualTo(400);
        assertThat(withoutPhone.at("/errors/0/pointer")).isEqualTo("/phone");
    }

    @Test
    void aStaleTagChangesNothing() {
        Users.Reply added = ann.post("/contacts", KIM);
        String path = "/contacts/" + added.at("/id");
        String stale = added.header("ETag");
        String fresh = ann.patch(path, "{\"name\":\"Kim Li\"}").header("ETag");

        assertThat(fresh).isNotEqualTo(stale);
        assertThat(patch(path, stale).status()).isEqualTo(412);
        assertThat(patch(path, stale).at("/code")).isEqualTo("stale-version");
        assertThat(patch(path, "W/" + fresh).status()).isEqualTo(412);
        assertThat(delete(path, stale).status()).isEqualTo(412);
        assertThat(ann.get(path).at("/name")).isEqualTo("Kim Li");
        Users.Reply changed = patch(path, stale + ", " + fresh);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(patch(path, "*").status()).isEqualTo(200);
        assertThat(delete(path, ann.get(path).header("ETag")).status()).isEqualTo(204);
        assertThat(ann.get(path).status()).isEqualTo(404);
    }

    @Test
    void aRemovedContactsNameLeavesTheConversation() {
        String path = "/contacts/" + ann.post("/contacts", KIM).at("/id");
        ann.getsText("+12025550123", "Hi");
        assertThat(ann.get("/conversations").at("/data/0/peerName")).isEqualTo("Kim");

        Users.Reply removed = ann.delete(path);

        assertThat(removed.status()).isEqualTo(204);
        assertThat(removed.raw()).isEmpty();
        assertThat(ann.get("/conversations").json().at("/data/0/peerName").isNull())
                .isTrue();
    }

    private Users.Reply patch(String path, String tag) {
        return ann.call(Users.request("PATCH", path)
                .contentType("application/json")
                .header("If-Match", tag)
                .content("{\"name\":\"Other\"}"));
    }

    private Users.Reply delete(String path, String tag) {
        return ann.call(Users.request("DELETE", path).header("If-Match", tag));
    }
}
