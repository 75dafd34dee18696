package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.http.Request;
import io.smsmessenger.examples.simulator.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The handset in the browser: three files, nothing from elsewhere. */
final class Pages {
    private static final Map<String, String> FILES = Map.of(
            "/", "handset.html",
            "/handset.js", "handset.js",
            "/handset.css", "handset.css");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8");

    Response handle(Request request) {
        String file = FILES.get(request.path());
        if (file == null || !request.method().equals("GET")) {
            return Response.of(404, "text/plain; charset=utf-8", "Not found");
        }
        String type = TYPES.getOrDefault(file.substring(file.indexOf('.') + 1), "text/plain");
        return Response.of(200, type, read(file))
                .withHeader("content-security-policy", "default-src 'self'; img-src data:")
                .withHeader("x-content-type-options", "nosniff")
                .withHeader("cache-control", "no-cache");
    }

    private static String read(String file) {
        try (InputStream in = Pages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Unreadable resource " + file, unreadable);
        }
    }
}
