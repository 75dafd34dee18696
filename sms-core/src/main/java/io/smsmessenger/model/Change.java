package io.smsmessenger.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a text that has not left is to become: {@code Change.text("See you at 7").and(Change.sendAt(tomorrow))}. What it
 * does not name stays as it is.
 *
 * @param content what it says from now on; null as before
 * @param departure when it is to leave from now on; null as before
 */
public record Change(@Nullable Content content, @Nullable Departure departure) {
    public static Change text(String text) {
        return content(Content.text(text));
    }

    /** Other words, other media. */
    public static Change content(Content content) {
        return new Change(content, null);
    }

    /** Another time, with a life of its own. */
    public static Change departure(Departure departure) {
        return new Change(null, departure);
    }

    public static Change sendAt(Instant instant) {
        return departure(Departure.at(instant));
    }

    /** To leave when clocks in that zone show this time; see {@link Draft#sendAt(LocalDateTime, ZoneId)}. */
    public static Change sendAt(LocalDateTime time, ZoneId where) {
        return departure(Departure.at(time, where));
    }

    /** To leave at once. */
    public static Change sendNow() {
        return departure(Departure.now());
    }

    /** Both changes; where both name the same, the other one's. */
    public Change and(Change other) {
        return new Change(
                other.content == null ? content : other.content, other.departure == null ? departure : other.departure);
    }

    /**
     * When a text is to leave and how long it may. What was said of that before is forgotten.
     *
     * @param at when; null at once
     * @param zone the time zone that was said in, if it was
     * @param timeToLive how long after that it may still leave
     * @param validUntil after when it may not leave in any case, if that is earlier
     */
    public record Departure(
            @Nullable Instant at,
            @Nullable ZoneId zone,
            Duration timeToLive,
            @Nullable Instant validUntil) {
        public static Departure now() {
            return new Departure(null, null, Draft.DEFAULT_TIME_TO_LIVE, null);
        }

        public static Departure at(Instant instant) {
            return new Departure(instant, null, Draft.DEFAULT_TIME_TO_LIVE, null);
        }

        /** As {@link Draft#sendAt(LocalDateTime, ZoneId)} has it. */
        public static Departure at(LocalDateTime time, ZoneId where) {
            return new Departure(time.atZone(where).toInstant(), where, Draft.DEFAULT_TIME_TO_LIVE, null);
        }

        public Departure timeToLive(Duration duration) {
            return new Departure(at, zone, duration, validUntil);
        }

        public Departure validUntil(Instant instant) {
            return new Departure(at, zone, timeToLive, instant);
        }
    }
}
