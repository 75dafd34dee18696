package io.smsmessenger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls the carrier's API and makes sure that the answer is the one the tour is about. */
final class Caller {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;
    private final String key;

    Caller(String root, String key) {
        this.root = root;
        this.key = key;
    }

    /** A JSON object from its text, with single quotes for double ones. */
    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return succeed("GET", path, "");
    }

    JsonNode succeed(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = call(method, path, body, key, false);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** A request within the specification that the carrier refuses all the same. */
    void refuse(int status, String code, String method, String path, String body)
            throws IOException, InterruptedException {
        refused(status, code, call(method, path, body, key, false));
    }

    /** A request that the specification rules out; the check must notice. */
    void refuseMalformed(int status, String code, String method, String path, String body)
            throws IOException, InterruptedException {
        refused(status, code, call(method, path, body, key, true));
    }

    void refuseKey(String wrongKey, String method, String path, String body) throws IOException, InterruptedException {
        refused(401, "10009", call(method, path, body, wrongKey, wrongKey.isEmpty()));
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"" + code + "\"");
    }

    private HttpResponse<String> call(String method, String path, String body, String as, boolean malformed)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(root + "/v2" + path.replace("[", "%5B").replace("]", "%5D")))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!as.isEmpty()) {
            request.header("Authorization", "Bearer " + as);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (malformed) {
            request.header(Exchange.MALFORMED, "yes");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
