package io.smsmessenger.http;

import io.smsmessenger.http.HttpResult.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Sends each request once: HTTP/1.1, no redirects, no repetition whatever happens, and tells afterwards whether the
 * request can have arrived. It throws only when it was closed before. For use by many threads; close it to let go of
 * threads and connections.
 */
public final class OneShotHttp implements AutoCloseable {
    private static final int IDLE_CONNECTIONS = 64;

    /**
     * Short, because a server may close an idle connection in the very moment a request is written to it, and then
     * nobody knows whether the request arrived. HTTP libraries notice a close before they write only on connections
     * idle for long.
     */
    private static final int IDLE_SECONDS = 5;

    private final OkHttpClient client;
    private final int answerBytes;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Makes the client; no connection is made yet. */
    public OneShotHttp(HttpLimits limits) {
        answerBytes = limits.answerBytes();
        client = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(limits.connect())
                .callTimeout(limits.call())
                .readTimeout(0, TimeUnit.MILLISECONDS)
                .writeTimeout(0, TimeUnit.MILLISECONDS)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .eventListenerFactory(WriteWatch::of)
                .build();
    }

    /**
     * Posts JSON, once.
     *
     * @param json the body; not changed any more
     * @param headers sent as they are
     */
    public HttpResult post(HttpAddress address, Map<String, String> headers, byte[] json) {
        return exchange(request(address, headers).post(new OneShotBody(json)));
    }

    /** Gets a resource, once. */
    public HttpResult get(HttpAddress address, Map<String, String> headers) {
        return exchange(request(address, headers));
    }

    private static Request.Builder request(HttpAddress address, Map<String, String> headers) {
        // Plain bytes: half of a compressed answer could not be read at all.
        Request.Builder request = new Request.Builder().url(address.url()).header("Accept-Encoding", "identity");
        headers.forEach(request::header);
        return request;
    }

    private HttpResult exchange(Request.Builder request) {
        if (closed.get()) {
            return new HttpResult.NotSent("this HTTP client was closed");
        }
        WriteWatch watch = new WriteWatch();
        try (Response response =
                client.newCall(request.tag(WriteWatch.class, watch).build()).execute()) {
            return answer(response);
        } catch (IOException e) {
            String what = e.getClass().getSimpleName();
            return watch.begun()
                    ? new HttpResult.Broken("no answer after the request had left: " + what)
                    : new HttpResult.NotSent("no connection: " + what);
        }
    }

    private Answer answer(Response response) {
        BufferedSource source = response.body().source();
        boolean complete;
        try {
            complete = !source.request(answerBytes + 1L);
        } catch (IOException e) {
            // What came before the break may hold all that matters.
            complete = false;
        }
        byte[] body =
                source.getBuffer().size() <= answerBytes ? source.getBuffer().readByteArray() : firstBytes(source);
        return new Answer(response.code(), response.headers(), body, complete);
    }

    private byte[] firstBytes(BufferedSource source) {
        byte[] body = new byte[answerBytes];
        int read = 0;
        while (read < answerBytes) {
            read += source.getBuffer().read(body, read, answerBytes - read);
        }
        return body;
    }

    /** Lets go of threads and connections. A request under way ends undisturbed. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
