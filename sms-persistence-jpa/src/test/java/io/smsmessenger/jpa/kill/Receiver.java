package io.smsmessenger.jpa.kill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.receiving.WebhookReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The node that takes the carrier's webhooks, and is never killed. */
final class Receiver implements AutoCloseable {
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private Receiver(HttpServer server) {
        this.server = server;
    }

    /** Listens; {@link #open} says whom to hand webhooks to. */
    static Receiver listen() throws IOException {
        Receiver receiver =
                new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512));
        receiver.server.setExecutor(receiver.threads);
        return receiver;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks";
    }

    void open(WebhookReceiver webhooks) {
        server.createContext("/", http -> answer(http, webhooks));
        server.start();
    }

    private static void answer(HttpExchange http, WebhookReceiver webhooks) throws IOException {
        try (http) {
            byte[] body = http.getRequestBody().readAllBytes();
            WebhookRequest request = new WebhookRequest(Map.copyOf(http.getRequestHeaders()), body);
            http.sendResponseHeaders(webhooks.receive(request).httpStatus(), -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
