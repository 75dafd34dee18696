package io.smsmessenger.examples.simulator.carrier;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the sends of the current second against the account's limit, if there is one. */
final class Throttle {
    private @Nullable RateLimit limit;
    private long second = Long.MIN_VALUE;
    private int made;

    synchronized Optional<RateLimit> limit() {
        return Optional.ofNullable(limit);
    }

    synchronized void limit(@Nullable RateLimit value) {
        limit = value;
        made = 0;
    }

    /** Counts one more send; the headers of the refusal when it is one too many. */
    synchronized Optional<Map<String, String>> count(Instant now) {
        if (limit == null) {
            return Optional.empty();
        }
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            made = 0;
        }
        made++;
        return made <= limit.perSecond() ? Optional.empty() : Optional.of(limit.headers(now));
    }
}
