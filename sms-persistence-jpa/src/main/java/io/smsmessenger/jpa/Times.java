package io.smsmessenger.jpa;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants as the tables hold them: microseconds since the epoch. Date types would be read in the time zone of JVM,
 * session or driver, and lose an hour where such a zone changes its clocks.
 */
final class Times {
    private static final long FIRST_SECOND =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private Times() {}

    /** The instant itself, within the years 1 to 9999: a carrier's nonsense must not make an event fail for ever. */
    static long micros(Instant at) {
        long second = Math.min(Math.max(at.getEpochSecond(), FIRST_SECOND), LAST_SECOND);
        return second * 1_000_000L + at.getNano() / 1_000;
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
