package io.smsmessenger.spring.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.spring.FakeProvider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever goes wrong is a problem document that repeats nothing of what was sent. */
@RestTest
class RestProblemsTest {
    private static final String SECRET = "Tr0ub4dor";

    @Autowired
    private Users users;

    private Users.User ann;

    @BeforeEach
    void user() {
        ann = users.create("ann");
    }

    @Test
    void aProblemHasAllItsMembers() {
        Users.Reply problem = ann.get("/messages/msg_1zzzz");

        assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(problem.header("Cache-Control")).isEqualTo("no-store");
        assertThat(problem.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(problem.withoutInstance())
                .isEqualTo("{\"type\":\"urn:sms:problem:not-found\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"There is no such thing, or it is not yours.\",\"instance\":\"\","
                        + "\"code\":\"not-found\",\"retryable\":false,\"errors\":[]}");
        assertThat(problem.at("/instance"))
                .isNotEqualTo(ann.get("/messages/msg_1zzzz").at("/instance"));
    }

    @Test
    void nobodyIsToldToSignInOnEveryPath() {
        for (String path : List.of("/me", "/messages/msg_1", "/nowhere")) {
            Users.Reply answer = users.call(Users.request("GET", path));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.at("/code")).isEqualTo("unauthenticated");
        }
        assertThat(users.call(Users.request("POST", "/messages").content("x")).status())
                .isEqualTo(401);
    }

    static List<Route> routes() {
        return Routes.all(null);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyGetsThroughAnyRoute(Route route) {
        Users.Reply answer =
                users.call(Users.request(route.method().name(), route.pattern().replace("{id}", "msg_1"))
                        .contentType("application/json")
                        .content("{}"));

        assertThat(answer.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void onlyJsonChangesAnything(Route route) {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "junk")) {
            var request = Users.request(route.method().name(), route.pattern().replace("{id}", "msg_1"))
                    .header("Content-Type", type)
                    .content("{}");
            assertThat(ann.call(request).status() == 415).isEqualTo(route.wantsJson());
        }
        assertThat(route.wantsJson())
                .isEqualTo(List.of("POST", "PATCH").contains(route.method().name()));
    }

    @ParameterizedTest
    @CsvSource({
        "'{', ''",
        "'', ''",
        "'null', ''",
        "'[]', ''",
        "'\"Tr0ub4dor\"', ''",
        "'{} {}', ''",
        "'{\"to\":\"+1202\",\"to\":\"Tr0ub4dor\"}', ''",
        "'{\"Tr0ub4dor\":1}', ''",
        "'{\"tpo\":\"Tr0ub4dor\"}', '/tpo'",
        "'{\"owner\":\"Tr0ub4dor\"}', '/owner'",
        "'{\"status\":\"DELIVERED\"}', '/status'",
        "'{\"text\":17}', '/text'",
        "'{\"text\":true}', '/text'",
        "'{\"text\":{\"a\":\"Tr0ub4dor\"}}', '/text'",
        "'{\"mediaUrls\":\"Tr0ub4dor\"}', '/mediaUrls'",
        "'{\"mediaUrls\":[1]}', '/mediaUrls/0'",
        "'{\"text\":\"x\"}', ''",
        "'{\"to\":\"+12025550123\",\"contactId\":\"ct_1\",\"text\":\"x\"}', ''",
        "'{\"to\":\"+12025550123\",\"numberId\":\"num_1\",\"from\":\"Tr0ub4dor\"}', ''",
        "'{\"to\":\"+12025550123\",\"text\":\"x\",\"sendAt\":\"Tr0ub4dor\"}', '/sendAt'",
        "'{\"to\":\"+12025550123\",\"text\":\"x\",\"sendAt\":1893456000}', '/sendAt'",
        "'{\"to\":\"+12025550123\",\"mediaUrls\":[null]}', '/mediaUrls/0'"
    })
    void whatCannotBeReadIsMalformed(String body, String pointer) {
        Users.Reply refused = ann.post("/messages", body);

        assertThat(refused.raw()).doesNotContain(SECRET);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/code")).isEqualTo("malformed-request");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"to\":\"Tr0ub4dor\",\"text\":\"x\"}', invalid-number, '/to'",
        "'{\"to\":\"+12025550123\",\"mediaUrls\":[\"Tr0ub4dor ^\"]}', invalid-media, '/mediaUrls/0'",
        "'{\"to\":\"+12025550123\",\"mediaUrls\":[\"http://Tr0ub4dor\"]}', invalid-media, ''",
        "'{\"to\":\"+12025550123\",\"text\":\" \"}', empty-message, ''",
        "'{\"to\":\"+12025550123\",\"text\":\"x\",\"sendAt\":\"2001-01-01T00:00:00Z\"}', invalid-time, ''"
    })
    void whatMakesNoSenseIsRefused(String body, String code, String pointer) {
        Users.Reply refused = ann.post("/messages", body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo(code);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refused.raw()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=x", "?after=Tr0ub4dor", "?unread=maybe", "?state=open"})
    void aQueryThatCannotBeReadIsRefused(String query) {
        Users.Reply refused = ann.get("/conversations" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.raw()).doesNotContain(SECRET);
    }

    @Test
    void aFailureOfOursSaysNothingOfItself() {
        Users.Reply failed =
                ann.post("/messages", "{\"to\":\"+12025550123\",\"text\":\"" + FakeProvider.BREAKING + "\"}");

        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.at("/code")).isEqualTo("internal-error");
        assertThat(failed.json().at("/retryable").asBoolean()).isTrue();
        assertThat(failed.raw()).doesNotContain(SECRET, "IllegalState", "io.smsmessenger");
    }

    @Test
    void aBodyHasALimit() {
        Users.Reply refused = ann.post("/messages", "{\"text\":\"" + "x".repeat(65_536) + "\"}");

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.at("/code")).isEqualTo("body-too-large");
    }

    @Test
    void aTextIsUtf8() {
        byte[] latin = "{\"to\":\"+12025550123\",\"text\":\"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1);

        Users.Reply declared = ann.call(Users.request("POST", "/messages")
                .header("Content-Type", "application/json;charset=ISO-8859-1")
                .content(latin));
        Users.Reply undeclared = ann.call(Users.request("POST", "/messages")
                .contentType("application/json")
                .content(latin));

        assertThat(declared.status()).isEqualTo(415);
        assertThat(undeclared.status()).isEqualTo(400);
    }

    @Test
    void anotherMethodIsToldWhichThereAre() {
        Users.Reply put = ann.call("PUT", "/messages/msg_1", "{}");
        Users.Reply options = ann.call(Users.request("OPTIONS", "/messages/msg_1"));

        assertThat(put.status()).isEqualTo(405);
        assertThat(put.at("/code")).isEqualTo("method-not-allowed");
        assertThat(put.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS");
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS");
    }

    @Test
    void nothingBelowTheBaseIsLeftToOthers() {
        Users.Reply nowhere = ann.get("/nowhere/at/all");

        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.at("/code")).isEqualTo("not-found");
        assertThat(ann.get("").status()).isEqualTo(404);
    }
}
