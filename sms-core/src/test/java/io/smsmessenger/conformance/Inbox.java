package io.smsmessenger.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receives webhooks: takes those to {@code /hooks}, refuses those to {@code /broken}, keeps both. */
final class Inbox implements AutoCloseable {
    private final List<Exchange> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Inbox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hooks", http -> receive(http, 200));
        server.createContext("/broken", http -> receive(http, 500));
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Exchange> received() {
        return List.copyOf(received);
    }

    private void receive(HttpExchange http, int status) throws IOException {
        try (http) {
            received.add(new Exchange(
                    http.getRequestMethod(),
                    http.getRequestURI().getRawPath(),
                    "",
                    RecordingProxy.first(http.getRequestHeaders()),
                    new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    status,
                    Map.of(),
                    ""));
            http.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
