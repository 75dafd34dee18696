package io.smsmessenger.examples.simulator.carrier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * How many sends the account may make in each second of the clock; all further ones are answered 429 with code 10011
 * and not accepted. Telnyx does not document which header goes with it, so each of the known forms can be had.
 *
 * @param perSecond at least 1
 * @param form how the caller is told when to come back
 * @param waitSeconds what the caller is told; the limit itself frees with the next second
 */
public record RateLimit(int perSecond, Form form, int waitSeconds) {

    /** The header that says when to come back. */
    public enum Form {
        /** No header at all. */
        NONE,
        /** {@code Retry-After} in seconds. */
        SECONDS,
        /** {@code Retry-After} as an HTTP date. */
        DATE,
        /** {@code x-ratelimit-reset} in seconds from now. */
        RESET_IN,
        /** {@code x-ratelimit-reset} as Unix time. */
        RESET_AT
    }

    /** Refuses a limit that lets nothing through. */
    public RateLimit {
        if (perSecond < 1 || waitSeconds < 0) {
            throw new IllegalArgumentException("No rate: %d per second, wait %d".formatted(perSecond, waitSeconds));
        }
    }

    Map<String, String> headers(Instant now) {
        Instant free = now.plusSeconds(waitSeconds);
        return switch (form) {
            case NONE -> Map.of();
            case SECONDS -> Map.of("retry-after", String.valueOf(waitSeconds));
            case DATE ->
                Map.of("retry-after", DateTimeFormatter.RFC_1123_DATE_TIME.format(free.atOffset(ZoneOffset.UTC)));
            case RESET_IN -> Map.of("x-ratelimit-reset", String.valueOf(waitSeconds));
            case RESET_AT -> Map.of("x-ratelimit-reset", String.valueOf(free.getEpochSecond()));
        };
    }
}
