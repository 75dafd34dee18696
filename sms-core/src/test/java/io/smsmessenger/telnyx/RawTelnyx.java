package io.smsmessenger.telnyx;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bare socket in the place of Telnyx: counts the POSTs that it has read to their last byte, on which connection, and
 * then does what it was told, however rude.
 */
final class RawTelnyx implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "raw-telnyx");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = Behaviour.GOOD;

    /** What happens once a request has been read. */
    enum Behaviour {
        GOOD("200 OK", "", Fixtures.json("send-answer-production")),
        FIN("", "", ""),
        RST("", "", ""),
        UNAVAILABLE("503 Service Unavailable", "", "{}"),
        UNAVAILABLE_RETRY_AT_ONCE("503 Service Unavailable", "Retry-After: 0\r\n", "{}"),
        SERVER_ERROR("500 Internal Server Error", "", "<html>oops</html>"),
        REQUEST_TIMEOUT("408 Request Timeout", "", ""),
        MISDIRECTED("421 Misdirected Request", "", ""),
        REDIRECT("307 Temporary Redirect", "Location: /v2/elsewhere\r\n", ""),
        TOO_MANY(
                "429 Too Many Requests",
                "Retry-After: 0\r\n",
                "{\"errors\":[{\"code\":\"10011\",\"title\":\"slow\"}]}"),
        UNAUTHORIZED("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", ""),
        TRUNCATED("200 OK", "", "");

        private final String answer;

        Behaviour(String status, String headers, String body) {
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            answer = "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + length + "\r\n\r\n" + body;
        }

        byte[] answer() {
            return answer.getBytes(StandardCharsets.UTF_8);
        }
    }

    RawTelnyx() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v2");
    }

    void behave(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    int posts() {
        return posts.get();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (readRequest(in)) {
                posts.incrementAndGet();
                if (!answer(socket)) {
                    return;
                }
            }
        } catch (IOException gone) {
            open.remove(socket);
        }
    }

    /** Whether a whole request came; false at the end of the connection. */
    private static boolean readRequest(InputStream in) throws IOException {
        String head = readHead(in);
        if (head.isEmpty()) {
            return false;
        }
        int length = 0;
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
        }
        return in.readNBytes(length).length == length && head.startsWith("POST ");
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    /** Whether the connection stays open. */
    private boolean answer(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        switch (behaviour) {
            case FIN -> {
                return false;
            }
            case RST -> {
                // Closing with a linger of zero sends a reset.
                socket.setSoLinger(true, 0);
                return false;
            }
            case TRUNCATED -> {
                out.write(Behaviour.GOOD.answer(), 0, 120);
                out.flush();
                return false;
            }
            default -> {
                out.write(behaviour.answer());
                out.flush();
                return true;
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
