package io.smsmessenger.sending;

import java.time.Duration;

/**
 * When a carrier's account is only tried instead of used, because too many outcomes stay unknown: each of those is a
 * text of which nobody knows, and a carrier that hangs would make thousands.
 *
 * @param ambiguous how many unknown outcomes
 * @param within in how long
 * @param probeEvery how often one message is let through until a definite answer comes
 */
public record Breaker(int ambiguous, Duration within, Duration probeEvery) {
    public Breaker {
        if (ambiguous < 1 || within.isNegative() || within.isZero() || probeEvery.isNegative() || probeEvery.isZero()) {
            throw new IllegalArgumentException("a breaker needs a count of at least 1 and times longer than nothing");
        }
    }

    /** Five in 30 s, then one message each 5 s. */
    public static Breaker defaults() {
        return new Breaker(5, Duration.ofSeconds(30), Duration.ofSeconds(5));
    }
}
