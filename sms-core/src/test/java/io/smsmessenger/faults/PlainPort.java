package io.smsmessenger.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks no TLS: to a client's hello, whose first byte is 22, it answers as a plain web server would. */
final class PlainPort implements AutoCloseable {
    private static final int TLS_HANDSHAKE = 22;
    private static final byte[] ANSWER =
            "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger hellos = new AtomicInteger();

    /** Callers that went before the answer was out: they may go as they like. */
    private final AtomicInteger failures = new AtomicInteger();

    PlainPort() throws IOException {
        Thread thread = new Thread(this::serve, "plain-port");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    int hellos() {
        return hellos.get();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                if (caller.getInputStream().read() == TLS_HANDSHAKE) {
                    hellos.incrementAndGet();
                }
                caller.getOutputStream().write(ANSWER);
                caller.shutdownOutput();
                caller.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                failures.incrementAndGet();
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
