package io.smsmessenger.memory;

import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Pace;
import io.smsmessenger.store.LaneStore.LaneState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A lane as it changes. Touched under the lock only. */
final class LaneRow {
    private static final Duration BURST = Duration.ofMillis(100);

    private Instant closedUntil = Instant.MIN;
    private @Nullable Duration probing;
    private Instant nextProbe = Instant.MIN;
    private @Nullable FailureReason reason;
    /** Where the pace has got to: all that was let through is spread evenly up to here. */
    private Instant paced = Instant.MIN;

    void pause(Instant until, FailureReason why) {
        if (until.isAfter(closedUntil)) {
            closedUntil = until;
            reason = why;
        }
    }

    void probe(Duration every, FailureReason why, Instant now) {
        probing = every;
        nextProbe = now.plus(every);
        reason = why;
    }

    void restore() {
        closedUntil = Instant.MIN;
        probing = null;
        nextProbe = Instant.MIN;
        reason = null;
    }

    boolean probing() {
        return probing != null;
    }

    boolean allows(@Nullable Pace pace, Instant now) {
        return !opens().isAfter(now) && (pace == null || keepsTo(pace, now));
    }

    private boolean keepsTo(Pace pace, Instant now) {
        Duration interval = pace.interval();
        Duration burst = interval.compareTo(BURST) > 0 ? interval : BURST;
        return !after(interval, now).isAfter(now.plus(burst));
    }

    /** Counts one message that goes this way now. */
    void take(@Nullable Pace pace, Instant now) {
        if (probing != null) {
            nextProbe = now.plus(probing);
        }
        if (pace != null) {
            paced = after(pace.interval(), now);
        }
    }

    private Instant after(Duration interval, Instant now) {
        // What was not used does not add up: the past counts for nothing but the burst.
        return (paced.isAfter(now) ? paced : now).plus(interval);
    }

    private Instant opens() {
        return nextProbe.isAfter(closedUntil) ? nextProbe : closedUntil;
    }

    boolean troubled(Instant now) {
        return probing != null || opens().isAfter(now);
    }

    LaneState snapshot(Lane lane, Instant now) {
        return new LaneState(lane, opens().isAfter(now) ? opens() : null, probing, reason);
    }
}
