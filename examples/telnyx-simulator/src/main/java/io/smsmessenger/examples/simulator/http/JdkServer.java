package io.smsmessenger.examples.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smsmessenger.examples.simulator.http.Response.Ending;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Carries an {@link Exchange} by the HTTP server of the JDK, on the loopback address only. */
public final class JdkServer implements AutoCloseable {
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";
    private static final int BODY_LIMIT = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(JdkServer::daemon);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Exchange exchange;

    private JdkServer(HttpServer server, Exchange exchange) {
        this.server = server;
        this.exchange = exchange;
    }

    /**
     * Listens on the port; 0 takes any free one. The JDK's server writes head and body apart, and unless told otherwise
     * each answer on a kept connection then waits 40 ms for the caller's delayed acknowledgement. It can only be told by
     * a property of the JVM, read once; what somebody else has set stays.
     */
    public static JdkServer start(int port, Exchange exchange) throws IOException {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        JdkServer server = new JdkServer(http, exchange);
        http.createContext("/", server::serve);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange http) throws IOException {
        try (http) {
            byte[] body = http.getRequestBody().readNBytes(BODY_LIMIT + 1);
            Response response = body.length > BODY_LIMIT
                    ? Response.of(413, "text/plain; charset=utf-8", "Body too large")
                    : exchange.handle(request(http, body));
            if (held(response) || response.ending() == Ending.DROP) {
                return;
            }
            answer(http, response);
        }
    }

    private boolean held(Response response) {
        try {
            return !response.delay().isZero() && closing.await(response.delay().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Request request(HttpExchange http, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        http.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Request(
                http.getRequestMethod(),
                http.getRequestURI().getRawPath(),
                http.getRequestURI().getRawQuery(),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange http, Response response) throws IOException {
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        response.headers().forEach(http.getResponseHeaders()::set);
        http.getResponseHeaders().set("content-type", response.contentType());
        http.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        int sent = response.ending() == Ending.TRUNCATE ? body.length / 2 : body.length;
        OutputStream out = http.getResponseBody();
        out.write(body, 0, sent);
        out.flush();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "telnyx-simulator-http");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
