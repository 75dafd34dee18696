package io.smsmessenger.sending;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as exact as every supported database keeps them. */
final class Micros {
    private Micros() {}

    static Instant now(Clock clock) {
        return of(clock.instant());
    }

    static Instant of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
