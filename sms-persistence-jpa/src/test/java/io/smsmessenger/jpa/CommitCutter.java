package io.smsmessenger.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a pool and its database, and cuts the connection at every so many a COMMIT of a transaction that spoke of
 * a table: by turns before the database has it and after, so that the answer is lost either way.
 */
final class CommitCutter implements AutoCloseable {
    private static final String WORD = "COMMIT";

    private final ServerSocket door;
    private final int upstream;
    private final String table;
    private final int every;
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "commit-cutter");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean cutting;

    CommitCutter(int upstream, String table, int every) {
        this.table = table;
        this.upstream = upstream;
        this.every = every;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.execute(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Begins to cut. */
    void start() {
        cutting = true;
    }

    int cuts() {
        return cuts.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), upstream);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                threads.execute(() -> pass(client, server, true));
                threads.execute(() -> pass(server, client, false));
            } catch (IOException closed) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    /** Passes bytes on until one end closes; then both are closed. */
    private void pass(Socket from, Socket to, boolean requests) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            boolean concerned = false;
            int length = in.read(buffer);
            while (length > 0) {
                concerned |= holds(buffer, length, table);
                boolean end = requests && holds(buffer, length, WORD);
                boolean commit = end && cutting && concerned;
                boolean cut = commit && commits.incrementAndGet() % every == 0;
                boolean after = cut && cuts.incrementAndGet() % 2 == 0;
                if (!cut || after) {
                    out.write(buffer, 0, length);
                    out.flush();
                }
                if (cut) {
                    return;
                }
                concerned &= !end;
                length = in.read(buffer);
            }
        } catch (IOException broken) {
            // The other direction was cut, or the pool closed its end: both sockets are closed on the way out.
            return;
        }
    }

    private static boolean holds(byte[] bytes, int length, String word) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(word);
    }
}
