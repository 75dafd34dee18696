package io.smsmessenger.jpa;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants as the tables hold them: microseconds since the epoch. Date types would be read in the time zone of JVM,
 * session or driver, and lose an hour where such a zone changes its clocks.
 */
final class Times {
    private Times() {}

    static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    static @Nullable Long microsOrNull(@Nullable Instant at) {
        return at == null ? null : micros(at);
    }

    /** The instant as it will be read back. */
    static Instant exact(Instant at) {
        return instant(micros(at));
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
