package io.smsmessenger.examples.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the carrier reads of a request.
 *
 * @param waitMillis how long it should take for its answer
 * @param text the message's text
 */
record Request(long waitMillis, String text) {
    private static final String LENGTH = "\r\ncontent-length:";
    private static final String TEXT = "\"text\":\"";
    private static final int END_OF_HEAD = 0x0d0a0d0a;

    /** The next one, null when the connection has ended. */
    static @Nullable Request read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        int last = 0;
        while (last != END_OF_HEAD) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            bytes.write(next);
            last = last << 8 | next;
        }
        String head = bytes.toString(StandardCharsets.ISO_8859_1);
        int length = head.toLowerCase(Locale.ROOT).indexOf(LENGTH) + LENGTH.length();
        String body = new String(
                in.readNBytes(Integer.parseInt(
                        head.substring(length, head.indexOf('\r', length)).strip())),
                StandardCharsets.UTF_8);
        int path = head.indexOf('/') + 1;
        int text = body.indexOf(TEXT) + TEXT.length();
        return new Request(
                Long.parseLong(head.substring(path, head.indexOf('/', path))),
                body.substring(text, body.indexOf('"', text)));
    }
}
