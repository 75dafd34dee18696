package io.smsmessenger.examples.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Answers every send as Telnyx would, each with another id, after the wait that the path asks for. */
final class CannedCarrier implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "carrier");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong posts = new AtomicLong();
    private final Set<String> texts = ConcurrentHashMap.newKeySet();
    private final LongConsumer arrivals;

    /** Tells {@link System#nanoTime()} of each request's arrival. */
    CannedCarrier(LongConsumer arrivals) throws IOException {
        this.arrivals = arrivals;
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The base URL of a carrier on this port that takes so long for an answer. */
    static URI baseUrl(int port, Duration wait) {
        return URI.create("http://127.0.0.1:" + port + "/" + wait.toMillis() + "/v2");
    }

    void forget() {
        posts.set(0);
        texts.clear();
    }

    long posts() {
        return posts.get();
    }

    /** How many different texts came. */
    long distinct() {
        return texts.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 4096);
            for (Request next = Request.read(in); next != null; next = Request.read(in)) {
                long now = System.nanoTime();
                arrivals.accept(now);
                posts.incrementAndGet();
                texts.add(next.text());
                long end = now + TimeUnit.MILLISECONDS.toNanos(next.waitMillis());
                for (long left = end - now; left > 0; left = end - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                socket.getOutputStream().write(Answer.of(ids.incrementAndGet()).getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException gone) {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
