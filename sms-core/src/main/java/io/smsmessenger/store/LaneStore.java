package io.smsmessenger.store;

import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lanes that are closed, being tried, or keeping a pace: shared by all nodes, so that what one learns of a carrier all
 * obey with their next claim. A lane that nobody spoke of is open. Nothing here decides whether a message may be sent
 * twice: that is the gate's. Every method commits by itself.
 */
public interface LaneStore {
    /** Closes a lane: nothing is claimed from it before {@code until}. A pause that reaches farther stays. */
    void pause(Lane lane, Instant until, FailureReason reason);

    /**
     * Lets only one message each {@code every} through, from {@code now + every} on, until {@link #restore}. Those that
     * get through are {@link Claim#probe()}s. A pause that reaches farther is kept, too; said again, it begins anew.
     */
    void probe(Lane lane, Duration every, FailureReason reason, Instant now);

    /** Opens a lane again, whatever closed or slowed it; its pace stays. */
    void restore(Lane lane);

    /** The lanes that are closed at {@code now} or being tried, in their natural order. */
    List<LaneState> troubled(Instant now);

    /**
     * How a lane is doing.
     *
     * @param lane which
     * @param closedUntil until when nothing is claimed from it, for a pause or for the next try; null when something may
     *     be now
     * @param probing how often a message is let through to try it; null when it is not being tried
     * @param reason why, by who last closed or slowed it
     */
    record LaneState(
            Lane lane,
            @Nullable Instant closedUntil,
            @Nullable Duration probing,
            @Nullable FailureReason reason) {}
}
