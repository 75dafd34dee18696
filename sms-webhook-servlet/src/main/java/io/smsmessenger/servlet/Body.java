package io.smsmessenger.servlet;

import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A body while it comes in: never larger than its limit, and no larger than what came. */
final class Body {
    private static final int CHUNK = 4096;

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
    private final byte[] chunk = new byte[CHUNK];

    Body(int limit) {
        this.limit = limit;
    }

    /** Reads what is there without waiting. */
    Optional<Refusal> readReady(ServletInputStream in) throws IOException {
        while (in.isReady() && !in.isFinished()) {
            int count = in.read(chunk);
            if (!add(count)) {
                return Optional.of(Refusal.TOO_LARGE);
            }
        }
        return Optional.empty();
    }

    /** Reads to the end, as long as bytes keep coming and the time is not up. */
    Optional<Refusal> readBlocking(ServletInputStream in, Duration timeout) throws IOException {
        long start = System.nanoTime();
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            if (!add(count)) {
                return Optional.of(Refusal.TOO_LARGE);
            }
            if (System.nanoTime() - start > timeout.toNanos()) {
                return Optional.of(Refusal.TOO_SLOW);
            }
        }
        return Optional.empty();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private boolean add(int count) {
        if (count > limit - bytes.size()) {
            return false;
        }
        if (count > 0) {
            bytes.write(chunk, 0, count);
        }
        return true;
    }
}
