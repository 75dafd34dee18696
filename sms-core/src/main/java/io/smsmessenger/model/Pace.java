package io.smsmessenger.model;

import java.time.Duration;

/**
 * How fast something may go: so many in so long, evenly.
 *
 * @param messages how many, at least 1
 * @param per in how long, longer than nothing
 */
public record Pace(int messages, Duration per) {
    public Pace {
        if (messages < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException(
                    "a pace is at least one message in a time longer than nothing, not " + messages + " in " + per);
        }
    }

    /** So many each second. */
    public static Pace perSecond(int messages) {
        return new Pace(messages, Duration.ofSeconds(1));
    }

    /** So many each minute. */
    public static Pace perMinute(int messages) {
        return new Pace(messages, Duration.ofMinutes(1));
    }

    /** The time from one message to the next, at least a microsecond. */
    public Duration interval() {
        Duration interval = per.dividedBy(messages);
        return interval.compareTo(Duration.ofNanos(1000)) < 0 ? Duration.ofNanos(1000) : interval;
    }
}
