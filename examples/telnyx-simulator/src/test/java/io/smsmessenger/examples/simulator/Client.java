package io.smsmessenger.examples.simulator;

import io.smsmessenger.examples.simulator.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A caller of the simulated API. */
final class Client {
    static final String OURS = "+13035550142";
    static final String MARIA = "+12025550123";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer. */
    record Answer(int status, JsonNode json, HttpResponse<String> http) {
        String code() {
            return json.path("errors").path(0).path("code").asString("");
        }

        String id() {
            return json.path("data").path("id").asString("");
        }
    }

    private final String root;
    private final String key;

    Client(TelnyxSimulator simulator) {
        this(simulator.rootUrl(), simulator.apiKey());
    }

    Client(String root, String key) {
        this.root = root;
        this.key = key;
    }

    Answer call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        boolean json = answer.headers().firstValue("content-type").orElse("").startsWith("application/json");
        return new Answer(answer.statusCode(), json ? Json.mapper().readTree(answer.body()) : Json.object(), answer);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return call("GET", path, "");
    }

    Answer send(ObjectNode draft) throws IOException, InterruptedException {
        return call("POST", "/v2/messages", draft.toString());
    }

    Answer send(String to, String text) throws IOException, InterruptedException {
        return send(draft(to, text));
    }

    static ObjectNode draft(String to, String text) {
        return Json.object().put("from", OURS).put("to", to).put("text", text);
    }
}
