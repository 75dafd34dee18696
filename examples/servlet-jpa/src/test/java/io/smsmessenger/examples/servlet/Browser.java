package io.smsmessenger.examples.servlet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the desk over HTTP, as the user's page would. */
record Browser(HttpClient http, String url) {
    private static final JsonMapper JSON = new JsonMapper();

    static Browser at(Application application) {
        return new Browser(HttpClient.newHttpClient(), application.url() + "/api/");
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                send(HttpRequest.newBuilder(URI.create(url + path)).build()).body());
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(posted(path, "application/json", body).body());
    }

    HttpResponse<String> posted(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }
}
