package io.smsmessenger.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smsmessenger.conformance.KnownDefects.Defect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check can fail: a small specification of our own, and traffic that breaks it in every way that is looked for. */
class ConformanceTest {
    private static final String JAM = "{\"name\":\"plum\",\"jars\":3}";
    private static final String LABEL = "{\"data\":{\"name\":\"plum\",\"made_at\":\"2026-01-02T03:04:05Z\"}}";

    private final Checker checker = new Checker(new OpenApi(text("small-openapi.json")));

    @Test
    void lets_pass_what_holds() {
        assertThat(checker.request(post(JAM))).isEmpty();
        assertThat(checker.request(get("/v1/jams/7", "page%5Bsize%5D=20&filter[name][eq]=plum&fresh=true")))
                .isEmpty();
        assertThat(checker.response(answer(200, LABEL))).isEmpty();
        assertThat(checker.response(answer(418, "{\"code\":\"1\"}"))).isEmpty();
        assertThat(checker.webhook("cooked", post(LABEL))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'plum','jars':'3'}  | /components/schemas/Jam/properties/jars/type     | type       | 3",
                "{'jars':3}                  | /components/schemas/Jam/required                 | required   | name",
                "{'name':'plum','jarz':3}    | /components/schemas/Jam                          | undeclared | jarz",
                "{'name':'Plum'}             | /components/schemas/Jam/properties/name/pattern  | pattern    | Plum",
                "{'name':'plum','fruit':[1]} | /components/schemas/Jam/properties/fruit/items/type | type | 1",
                "{'name':                    | /paths/~1jams/post/requestBody/content/application~1json | json | ``"
            })
    void finds_what_is_wrong_with_a_request_body(String body, String where, String rule, String what) {
        assertThat(checker.request(post(body.replace('\'', '"'))))
                .extracting(Violation::where, Violation::rule, Violation::what)
                .containsExactly(tuple(where, rule, what));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/jams/7,     page[size]=many&fresh=true, type,       many",
        "/v1/jams/7,     page[size]=999&fresh=true, maximum,    999",
        "/v1/jams/7,     page[sise]=2&fresh=true, undeclared, sise",
        "/v1/jams/7,     colour=red&fresh=true, undeclared, colour",
        "/v1/jams/seven, fresh=true,            pattern,    seven",
        "/v1/jams/7,     fresh=perhaps,         type,       perhaps",
        "/v1/jam/7,      fresh=true,            undeclared, GET /v1/jam/7"
    })
    void finds_what_is_wrong_with_an_address(String path, String query, String rule, String what) {
        assertThat(checker.request(get(path, query)))
                .extracting(Violation::rule, Violation::what)
                .containsExactly(tuple(rule, what));
    }

    @Test
    void finds_a_missing_key_a_missing_header_and_a_missing_body() {
        Exchange bare = new Exchange("POST", "/v1/jams", "", Map.of(), "", 0, Map.of(), "");
        assertThat(checker.request(bare)).extracting(Violation::rule).containsExactly("required", "security");
        assertThat(checker.webhook("cooked", bare)).extracting(Violation::what).containsExactly("x-signature", "body");
        assertThat(checker.webhook("eaten", post(LABEL)))
                .extracting(Violation::rule)
                .containsExactly("undeclared");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {'data':{'name':5}}                             | type",
                "200 | {'data':{'name':'plum','made_at':'yesterday'}}  | format",
                "200 | {'date':{}}                                     | undeclared",
                "200 | []                                              | type",
                "418 | {}                                              | required",
                "500 | {'code':'1'}                                    | undeclared"
            })
    void finds_what_is_wrong_with_an_answer(int status, String body, String rule) {
        assertThat(checker.response(answer(status, body.replace('\'', '"'))))
                .extracting(Violation::rule)
                .containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'box','size':'big'}      | /components/schemas/Box/properties/size/type | type       | big",
                "{'kind':'box','lid':true}        | /components/schemas/Box                      | undeclared | lid",
                "{'kind':'jar','size':'','jars':2} | /components/schemas/Jar                     | undeclared | jars"
            })
    void holds_a_value_against_the_alternative_that_it_fits_best(String data, String where, String rule, String what) {
        assertThat(checker.webhook("packed", post("{\"data\":%s}".formatted(data.replace('\'', '"')))))
                .extracting(Violation::where, Violation::rule, Violation::what)
                .containsExactly(tuple(where, rule, what));
    }

    @Test
    void finds_a_value_that_fits_two_alternatives() {
        assertThat(checker.webhook("packed", post("{\"data\":{}}")))
                .extracting(Violation::rule, Violation::what)
                .containsExactly(tuple("oneOf", "[2, 0, 1]"));
    }

    @Test
    void forgives_only_what_a_defect_names_and_says_which_are_stale() {
        List<Violation> plum = checker.request(post("{\"name\":\"Plum\"}"));
        List<Violation> pear = checker.request(post("{\"name\":\"Pear\"}"));
        String where = "/components/schemas/Jam/properties/name/pattern";
        Defect needed = new Defect(where, "pattern", "Plum", "names may begin with a capital");
        Defect unneeded = new Defect(where, "pattern", "Quince", "nobody makes it any more");
        KnownDefects defects = new KnownDefects(List.of(needed, unneeded));

        assertThat(defects.unexplained(plum)).isEmpty();
        assertThat(defects.unexplained(pear)).isEqualTo(pear);
        assertThat(defects.stale()).containsExactly(unneeded);
    }

    private static Exchange post(String body) {
        Map<String, String> headers =
                Map.of("authorization", "Bearer key", "content-type", "application/json", "x-signature", "12");
        return new Exchange("POST", "/v1/jams", "", headers, body, 0, Map.of(), "");
    }

    private static Exchange get(String path, String query) {
        return new Exchange("GET", path, query, Map.of("authorization", "Bearer key"), "", 0, Map.of(), "");
    }

    private static Exchange answer(int status, String body) {
        Map<String, String> headers = Map.of("content-type", "application/json; charset=utf-8");
        return new Exchange("POST", "/v1/jams", "", Map.of(), JAM, status, headers, body);
    }

    private static String text(String name) {
        try (InputStream in = ConformanceTest.class.getResourceAsStream("/conformance/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
