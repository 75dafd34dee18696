package io.smsmessenger.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long a lane, or a message by itself, waits after something was certainly not sent: what the carrier asks, else full
 * jitter that grows from 1 s to 5 min while nothing definite comes. Counted on this node; a restart begins anew.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 9;
    private static final int REMEMBERED = 10_000;

    private final RandomGenerator random;
    private final Map<Object, Strike> strikes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Strike> eldest) {
            return size() > REMEMBERED;
        }
    };

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Until when to wait.
     *
     * @param what the lane or the message
     * @param begun when the attempt began, in the order of all attempts
     * @param order the latest of that order: attempts that began before were under way together
     * @param asked how long the carrier asks to wait, if it says
     */
    synchronized Instant strike(Object what, long begun, long order, @Nullable Duration asked, Instant now) {
        Strike last = strikes.get(what);
        int count = last == null ? 0 : last.count() + 1;
        long when = order;
        Instant until;
        if (last != null && begun <= last.order()) {
            // Eight that fail together are one failure of their lane, not eight.
            count = last.count();
            when = last.order();
            until = later(last.until(), now.plus(FIRST));
        } else {
            until = now.plus(own(count));
        }
        if (asked != null) {
            until = later(until, now.plus(clamp(asked)).plusMillis(random.nextLong(1, FIRST.toMillis())));
        }
        strikes.put(what, new Strike(count, when, until));
        return until;
    }

    /** A definite answer came to an attempt that began after the last failure. */
    synchronized void reset(Object what, long begun) {
        Strike last = strikes.get(what);
        if (last != null && begun > last.order()) {
            strikes.remove(what);
        }
    }

    private Duration own(int count) {
        long ceiling = Math.min(FIRST.toMillis() << Math.min(count + 1, DOUBLINGS), LONGEST.toMillis());
        return Duration.ofMillis(random.nextLong(FIRST.toMillis(), ceiling + 1));
    }

    private static Duration clamp(Duration asked) {
        return asked.compareTo(FIRST) < 0 ? FIRST : asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * A failure, or several at once.
     *
     * @param count how many came before without anything definite between
     * @param order when
     * @param until how long it closed what it hit
     */
    private record Strike(int count, long order, Instant until) {}
}
