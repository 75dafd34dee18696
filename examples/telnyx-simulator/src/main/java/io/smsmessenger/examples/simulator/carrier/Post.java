package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.state.Attempt;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Posts a webhook once. The old client of the JDK does it, because its connections can be cut at once and leave no
 * thread behind; a body of fixed length keeps it from repeating the request by itself.
 */
final class Post implements AutoCloseable {
    private static final int KEPT = 10_000;

    private final Clock clock;
    private final Duration answerLimit;
    private final Tasks tasks;
    private final Set<HttpURLConnection> open = ConcurrentHashMap.newKeySet();

    Post(Clock clock, Duration answerLimit, Tasks tasks) {
        this.clock = clock;
        this.answerLimit = answerLimit;
        this.tasks = tasks;
    }

    Attempt send(String url, byte[] body, Map<String, String> headers) {
        Instant started = clock.instant();
        try {
            HttpURLConnection connection = prepare(url, body.length, headers);
            open.add(connection);
            AtomicBoolean ended = new AtomicBoolean();
            tasks.watch(answerLimit, () -> cut(connection, ended));
            try {
                connection.getOutputStream().write(body);
                int status = status(connection);
                return new Attempt(url, status, body(connection, status), started, clock.instant());
            } finally {
                ended.set(true);
                open.remove(connection);
                connection.disconnect();
            }
        } catch (IOException | IllegalArgumentException | ClassCastException failure) {
            return new Attempt(url, 0, failure.getClass().getSimpleName(), started, clock.instant());
        }
    }

    private HttpURLConnection prepare(String url, int length, Map<String, String> headers) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setUseCaches(false);
        connection.setInstanceFollowRedirects(false);
        connection.setFixedLengthStreamingMode(length);
        connection.setConnectTimeout((int) answerLimit.toMillis());
        connection.setReadTimeout((int) answerLimit.toMillis());
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("User-Agent", "telnyx-webhooks");
        headers.forEach(connection::setRequestProperty);
        return connection;
    }

    /** Ends an answer that comes in drops, which no read timeout notices. */
    private static void cut(HttpURLConnection connection, AtomicBoolean ended) {
        if (!ended.get()) {
            connection.disconnect();
        }
    }

    private static int status(HttpURLConnection connection) throws IOException {
        try {
            return Math.max(0, connection.getResponseCode());
        } catch (HttpRetryException refused) {
            return refused.responseCode();
        }
    }

    private static String body(HttpURLConnection connection, int status) {
        try (InputStream in = stream(connection, status)) {
            return in == null ? "" : new String(in.readNBytes(KEPT), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            return "";
        }
    }

    private static @Nullable InputStream stream(HttpURLConnection connection, int status) throws IOException {
        return status >= 400 ? connection.getErrorStream() : connection.getInputStream();
    }

    @Override
    public void close() {
        open.forEach(HttpURLConnection::disconnect);
    }
}
