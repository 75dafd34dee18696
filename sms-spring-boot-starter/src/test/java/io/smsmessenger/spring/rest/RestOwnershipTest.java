package io.smsmessenger.spring.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.ContactId;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What belongs to somebody else, what does not exist and what is no id at all cannot be told apart, on any route. */
@RestTest
class RestOwnershipTest {
    private static final String PEER = "+12025550123";

    /** Where each route takes an id; a route without one takes part with what it lists. */
    private static final List<Row> ROWS = List.of(
            Row.none("GET", "/me"),
            Row.none("GET", "/numbers"),
            Row.path("PATCH", "/numbers/{id}", "num", 404, "{\"label\":\"x\"}"),
            Row.body("PATCH", "/numbers/{id}", "prof", 404, "{\"profileId\":\"$\"}"),
            Row.none("GET", "/profiles"),
            Row.path("PATCH", "/profiles/{id}", "prof", 404, "{\"enabled\":false}"),
            Row.none("GET", "/conversations"),
            Row.query("GET", "/conversations", "num", 404, "?number=$"),
            Row.body("POST", "/conversations", "num", 404, "{\"numberId\":\"$\",\"to\":\"" + PEER + "\"}"),
            Row.path("GET", "/conversations/{id}", "conv", 404, ""),
            Row.path("PATCH", "/conversations/{id}", "conv", 404, "{\"state\":\"DONE\"}"),
            Row.path("POST", "/conversations/{id}/read", "conv", 404, "{}"),
            Row.body("POST", "/conversations/{id}/read", "msg", 404, "{\"upTo\":\"$\"}"),
            Row.path("POST", "/conversations/{id}/unread", "conv", 404, "{}"),
            Row.path("GET", "/conversations/{id}/messages", "conv", 404, ""),
            Row.path("POST", "/conversations/{id}/messages", "conv", 404, "{\"text\":\"x\"}"),
            Row.body("POST", "/messages", "conv", 404, "{\"conversationId\":\"$\",\"text\":\"x\"}"),
            Row.body("POST", "/messages", "ct", 404, "{\"contactId\":\"$\",\"text\":\"x\"}"),
            Row.body("POST", "/messages", "num", 422, "{\"to\":\"" + PEER + "\",\"numberId\":\"$\",\"text\":\"x\"}"),
            Row.body("POST", "/messages", "tel", 422, "{\"to\":\"" + PEER + "\",\"from\":\"$\",\"text\":\"x\"}"),
            Row.body("POST", "/messages/preview", "conv", 404, "{\"conversationId\":\"$\",\"text\":\"x\"}"),
            Row.body("POST", "/messages/preview", "ct", 404, "{\"contactId\":\"$\",\"text\":\"x\"}"),
            Row.body("POST", "/messages/preview", "num", 422, "{\"to\":\"" + PEER + "\",\"numberId\":\"$\"}"),
            Row.path("GET", "/messages/{id}", "msg", 404, ""),
            Row.path("GET", "/messages/{id}/history", "msg", 404, ""),
            Row.path("DELETE", "/messages/{id}", "msg", 404, ""),
            Row.none("GET", "/contacts"),
            Row.none("POST", "/contacts"),
            Row.path("GET", "/contacts/{id}", "ct", 404, ""),
            Row.path("PATCH", "/contacts/{id}", "ct", 404, "{\"name\":\"x\"}"),
            Row.path("DELETE", "/contacts/{id}", "ct", 404, ""));

    @Autowired
    private Users users;

    private Users.User ann;
    private Users.User bob;

    @BeforeEach
    void strangers() {
        ann = furnished("ann");
        bob = furnished("bob");
    }

    @Test
    void everyRouteHasItsRow() {
        Set<String> rows = ROWS.stream().map(Row::route).collect(Collectors.toSet());
        Set<String> routes = Routes.all(null).stream()
                .map(route -> route.method() + " " + route.pattern())
                .collect(Collectors.toSet());

        assertThat(rows).isEqualTo(routes);
    }

    @Test
    void everyRouteWithAnIdInItsPathIsTriedWithAnothers() {
        assertThat(ROWS.stream().filter(row -> row.where == Where.PATH).map(Row::route))
                .containsExactlyInAnyOrderElementsOf(Routes.all(null).stream()
                        .filter(route -> route.pattern().contains("{id}"))
                        .map(route -> route.method() + " " + route.pattern())
                        .toList());
    }

    static Stream<Row> rowsWithIds() {
        return ROWS.stream().filter(row -> row.where != Where.NOWHERE);
    }

    @ParameterizedTest
    @MethodSource("rowsWithIds")
    void foreignAbsentAndMalformedLookAlike(Row row) {
        String before = everythingOf(ann);

        Users.Reply foreign = call(row, bob, idOf(ann, row.kind));
        List<Users.Reply> others =
                strange(row.kind).map(id -> call(row, bob, id)).toList();

        assertThat(foreign.status()).isEqualTo(row.status);
        assertThat(foreign.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(others).allSatisfy(other -> {
            assertThat(other.status()).isEqualTo(row.status);
            assertThat(other.withoutInstance()).isEqualTo(foreign.withoutInstance());
            assertThat(other.response().getHeaderNames())
                    .isEqualTo(foreign.response().getHeaderNames());
        });
        assertThat(everythingOf(ann)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("rowsWithIds")
    void onesOwnIsReached(Row row) {
        String id = idOf(ann, row.kind);

        String foreign = call(row, bob, id).withoutInstance();

        assertThat(call(row, ann, id).withoutInstance()).isNotEqualTo(foreign);
    }

    @Test
    void listsHoldNothingOfAnothers() {
        String seen = everythingOf(bob);

        assertThat(seen)
                .contains(idOf(bob, "num"), idOf(bob, "conv"), idOf(bob, "ct"), idOf(bob, "msg"))
                .doesNotContain("ann");
        for (String kind : List.of("num", "prof", "conv", "ct", "msg", "tel")) {
            assertThat(seen).doesNotContain("\"" + idOf(ann, kind) + "\"");
        }
    }

    private Users.User furnished(String name) {
        Users.User user = users.create(name);
        user.getsText(PEER, "words of " + name);
        user.messenger().contacts().add("friend of " + name, PhoneNumber.of("+12025550188"), null);
        return user;
    }

    private static String everythingOf(Users.User user) {
        return Stream.of(
                        "/me",
                        "/numbers",
                        "/profiles",
                        "/conversations",
                        "/conversations/" + idOf(user, "conv") + "/messages",
                        "/contacts")
                .map(path -> user.get(path).raw())
                .collect(Collectors.joining("\n"));
    }

    private static Users.Reply call(Row row, Users.User user, String id) {
        String own = row.pattern.contains("{id}") && row.where != Where.PATH ? idOf(user, ownKind(row)) : id;
        String path = row.pattern.replace("{id}", own) + (row.where == Where.QUERY ? row.body.replace("$", id) : "");
        return row.method.equals("GET") || row.method.equals("DELETE")
                ? user.call(Users.request(row.method, path))
                : user.call(row.method, path, row.body.replace("$", id));
    }

    private static String ownKind(Row row) {
        return row.pattern.startsWith("/numbers") ? "num" : "conv";
    }

    private static String idOf(Users.User user, String kind) {
        return switch (kind) {
            case "num" -> user.number.id().toString();
            case "tel" -> user.number.number().value();
            case "prof" -> user.profile.toString();
            case "conv" -> message(user).conversationId().toString();
            case "msg" -> message(user).id().toString();
            case "ct" ->
                user.messenger()
                        .contacts()
                        .list(null, PageRequest.first(1))
                        .items()
                        .get(0)
                        .id()
                        .toString();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Message message(Users.User user) {
        var conversations = user.messenger().conversations().list(PageRequest.first(100));
        return conversations.items().stream()
                .filter(each -> each.peer().value().equals(PEER))
                .map(each -> user.messenger().messages().list(each.id(), PageRequest.first(200)))
                .map(page -> page.items().get(page.items().size() - 1))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> strange(String kind) {
        return switch (kind) {
            case "tel" -> Stream.of("+13035559999", "nobody", "1", "+1");
            default ->
                Stream.of(
                        absent(kind),
                        kind + "_0",
                        kind + "_01",
                        kind + "_-1",
                        kind + "_ZZ",
                        kind + "_zzzzzzzzzzzzzz",
                        kind,
                        "other_1",
                        "17",
                        "%20");
        };
    }

    private static String absent(String kind) {
        long never = 999_999_999L;
        return switch (kind) {
            case "num" -> new NumberId(never).toString();
            case "prof" -> new ProfileId(never).toString();
            case "conv" -> new ConversationId(never).toString();
            case "msg" -> new MessageId(never).toString();
            default -> new ContactId(never).toString();
        };
    }

    private enum Where {
        NOWHERE,
        PATH,
        BODY,
        QUERY
    }

    private record Row(String method, String pattern, Where where, String kind, int status, String body) {
        static Row none(String method, String pattern) {
            return new Row(method, pattern, Where.NOWHERE, "", 200, "");
        }

        static Row path(String method, String pattern, String kind, int status, String body) {
            return new Row(method, pattern, Where.PATH, kind, status, body);
        }

        static Row body(String method, String pattern, String kind, int status, String body) {
            return new Row(method, pattern, Where.BODY, kind, status, body);
        }

        static Row query(String method, String pattern, String kind, int status, String query) {
            return new Row(method, pattern, Where.QUERY, kind, status, query);
        }

        String route() {
            return method + " " + pattern;
        }

        @Override
        public String toString() {
            return route() + " " + where + " " + kind;
        }
    }
}
