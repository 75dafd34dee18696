package io.smsmessenger.servlet;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** One connection, spoken to byte by byte, so that a test can say what no HTTP client would. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** A request line and headers; the host and the end of the connection are added. */
    Wire head(String requestLine, List<String> headers) throws IOException {
        String lines = String.join("\r\n", headers);
        String head = requestLine + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n" + lines
                + (headers.isEmpty() ? "\r\n" : "\r\n\r\n");
        return bytes(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire bytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    Wire chunk(byte[] bytes) throws IOException {
        bytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return bytes(bytes).bytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends single bytes, with a pause after each, until the other side answers. */
    Answer dripUntilAnswered(int pauseMillis) throws IOException {
        socket.setSoTimeout(pauseMillis);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        while (first.size() == 0) {
            bytes(new byte[] {'x'});
            waitForByte().ifPresent(first::write);
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
        return answer(first);
    }

    private OptionalInt waitForByte() throws IOException {
        try {
            return OptionalInt.of(socket.getInputStream().read());
        } catch (SocketTimeoutException silent) {
            return OptionalInt.empty();
        }
    }

    /** Reads one answer. */
    Answer answer() throws IOException {
        return answer(new ByteArrayOutputStream());
    }

    /** Reads one answer, and fails unless the other side hangs up after it. */
    Answer lastAnswer() throws IOException {
        Answer answer = answer();
        if (socket.getInputStream().read() >= 0) {
            throw new IOException("there is more after the answer");
        }
        return answer;
    }

    private Answer answer(ByteArrayOutputStream head) throws IOException {
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no answer but: \"" + head.toString(StandardCharsets.ISO_8859_1) + "\"");
            }
            head.write(next);
        }
        Answer answer = Answer.parse(head.toString(StandardCharsets.ISO_8859_1));
        String length = answer.header("Content-Length");
        byte[] body = length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        return new Answer(answer.status(), answer.headers(), new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** What came back. */
    record Answer(int status, List<String> headers, String body) {
        static Answer parse(String head) {
            List<String> lines = head.lines().toList();
            return new Answer(Integer.parseInt(lines.get(0).split(" ", -1)[1]), lines.subList(1, lines.size()), "");
        }

        String header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
