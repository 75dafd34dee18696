package io.smsmessenger.sending;

import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.LaneStore;
import io.smsmessenger.store.SmsStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lanes this node knows to be closed, so that what it claimed before is not sent either. The store's word is the
 * one that counts: a claim that it gives out of a lane shows that the lane is open again.
 */
final class ClosedLanes {
    private static final Logger LOG = LoggerFactory.getLogger(SmsDispatcher.class);

    private final SmsStore store;
    private final AtomicLong order;
    private final Map<Lane, Closed> lanes = new ConcurrentHashMap<>();

    ClosedLanes(SmsStore store, AtomicLong order) {
        this.store = store;
        this.order = order;
    }

    /** Closes a lane, here and for all nodes. */
    void pause(Lane lane, Instant until, FailureReason reason) {
        Closed before = lanes.get(lane);
        if (before != null && before.probing() != null) {
            Isolated.run("closing a lane", () -> store.lanes().pause(lane, until, reason));
        } else if (before == null || until.isAfter(before.until())) {
            LOG.warn("{} {} waits until {}: {}", lane.kind(), lane.id(), until, reason);
            close(new Closed(lane, until, null, reason, null));
        }
    }

    /** Lets only trials through, here and for all nodes. */
    void probe(Lane lane, Duration every, FailureReason reason, Instant now) {
        close(new Closed(lane, now, every, reason, null));
    }

    /** Opens a lane, here and for all nodes. */
    void restore(Lane lane) {
        store.lanes().restore(lane);
        lanes.remove(lane);
    }

    boolean any() {
        return !lanes.isEmpty();
    }

    /** Whether this must not leave now. */
    boolean stops(Claim claim, Instant now) {
        return !lanes.isEmpty()
                && claim.lanes().stream()
                        .map(lanes::get)
                        .anyMatch(closed -> closed != null && closed.stops(claim, now));
    }

    /**
     * The store gave this out, asked at that point of the order: what it had been told before that is over.
     */
    void givenOut(Claim claim, long asked) {
        if (!lanes.isEmpty() && !claim.probe()) {
            claim.lanes()
                    .forEach(lane ->
                            lanes.computeIfPresent(lane, (same, closed) -> closed.toldBefore(asked) ? null : closed));
        }
    }

    /** Learns what other nodes closed, and says again what the store could not be told. */
    void look(Instant now) {
        lanes.values().stream().filter(closed -> closed.told() == null).forEach(this::tell);
        long asked = order.incrementAndGet();
        for (LaneStore.LaneState state : store.lanes().troubled(now)) {
            FailureReason reason = state.reason();
            // One without a reason merely keeps its pace, which those that we hold have kept.
            if (reason != null) {
                Instant until = state.closedUntil() == null ? now : state.closedUntil();
                lanes.putIfAbsent(state.lane(), new Closed(state.lane(), until, state.probing(), reason, asked));
            }
        }
        lanes.values().removeIf(closed -> closed.over(now));
    }

    private void close(Closed closed) {
        lanes.put(closed.lane(), closed);
        Isolated.run("closing a lane", () -> tell(closed));
    }

    private void tell(Closed closed) {
        if (closed.probing() == null) {
            store.lanes().pause(closed.lane(), closed.until(), closed.reason());
        } else {
            store.lanes().probe(closed.lane(), closed.probing(), closed.reason(), closed.until());
        }
        lanes.replace(closed.lane(), closed, closed.toldAt(order.incrementAndGet()));
    }

    /**
     * A closed lane.
     *
     * @param lane which
     * @param until until when; for one that is being tried, since when
     * @param probing how often it is tried; null for a mere pause
     * @param reason why
     * @param told when the store knew, in the order of all things; null while it could not be told
     */
    private record Closed(
            Lane lane,
            Instant until,
            @Nullable Duration probing,
            FailureReason reason,
            @Nullable Long told) {
        boolean stops(Claim claim, Instant now) {
            return probing == null ? now.isBefore(until) : !claim.probe();
        }

        boolean toldBefore(long asked) {
            return told != null && told < asked;
        }

        boolean over(Instant now) {
            return probing == null && !now.isBefore(until);
        }

        Closed toldAt(long point) {
            return new Closed(lane, until, probing, reason, point);
        }
    }
}
