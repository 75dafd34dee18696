package io.smsmessenger.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Stands before a server and writes down what goes to and fro. */
final class RecordingProxy implements AutoCloseable {
    private static final Set<String> HOP =
            Set.of("connection", "content-length", "host", "http2-settings", "upgrade", "transfer-encoding", "date");

    private final String target;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    RecordingProxy(String target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private void pass(HttpExchange http) throws IOException {
        try (http) {
            byte[] body = http.getRequestBody().readAllBytes();
            URI uri = http.getRequestURI();
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(target + uri)).method(http.getRequestMethod(), publish(body));
            http.getRequestHeaders().forEach((name, values) -> {
                String lower = name.toLowerCase(Locale.ROOT);
                if (!HOP.contains(lower) && !lower.equals(Exchange.MALFORMED)) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> answer = answer(request.build());
            exchanges.add(new Exchange(
                    http.getRequestMethod(),
                    uri.getRawPath(),
                    Objects.requireNonNullElse(uri.getRawQuery(), ""),
                    first(http.getRequestHeaders()),
                    new String(body, StandardCharsets.UTF_8),
                    answer == null ? 0 : answer.statusCode(),
                    answer == null ? Map.of() : first(answer.headers().map()),
                    answer == null ? "" : new String(answer.body(), StandardCharsets.UTF_8)));
            if (answer != null) {
                answer(http, answer);
            }
        }
    }

    private static HttpRequest.BodyPublisher publish(byte[] body) {
        return body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    }

    /** Null when the connection broke; ours to the caller breaks then, too. */
    private HttpResponse<byte[]> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            return null;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static void answer(HttpExchange http, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
                http.getResponseHeaders().put(name, values);
            }
        });
        http.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        http.getResponseBody().write(answer.body());
    }

    static Map<String, String> first(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT),
                        entry -> entry.getValue().get(0)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
