package io.smsmessenger.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to a server, byte for byte, with one habit: where the server ends a connection instead of answering, every
 * second caller is not told of an end but reset.
 */
final class RudeWire implements AutoCloseable {
    private final ServerSocket door;
    private final URI server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "rude-wire");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger unanswered = new AtomicInteger();

    RudeWire(URI server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + server.getPath());
    }

    /** How many requests ended without an answer: these and one more, divided by two, by a reset. */
    int unanswered() {
        return unanswered.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                open.add(caller);
                threads.execute(() -> connect(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        try (caller;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            open.add(behind);
            AtomicBoolean asked = new AtomicBoolean();
            threads.execute(() -> carry(caller, behind, asked, true));
            carry(behind, caller, asked, false);
            if (asked.get() && unanswered.getAndIncrement() % 2 == 0) {
                // Closing with a linger of zero sends a reset.
                caller.setSoLinger(true, 0);
            }
        } catch (IOException gone) {
            open.remove(caller);
        }
    }

    /** Until the end of one side; notes whether the last word was a question. */
    private static void carry(Socket from, Socket to, AtomicBoolean asked, boolean isQuestion) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                asked.set(isQuestion);
                out.write(buffer, 0, read);
            }
            if (isQuestion) {
                to.close();
            }
        } catch (IOException gone) {
            // One side is gone, and so is this way: whoever waits on the other is told by its closing.
            asked.set(asked.get() && isQuestion);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
