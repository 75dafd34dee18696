package io.smsmessenger.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.receiving.WebhookAnswer;
import io.smsmessenger.receiving.WebhookReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Takes the carrier's webhooks off the wire and hands them to the messenger. */
final class WebhookDoor implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;
    private volatile @Nullable WebhookReceiver receiver;

    WebhookDoor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/webhooks", this::receive);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks");
    }

    void opensTo(WebhookReceiver messenger) {
        receiver = messenger;
    }

    private void receive(HttpExchange http) throws IOException {
        try (http) {
            byte[] body = http.getRequestBody().readAllBytes();
            WebhookAnswer answer =
                    Objects.requireNonNull(receiver).receive(new WebhookRequest(http.getRequestHeaders(), body));
            http.sendResponseHeaders(answer.httpStatus(), -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
