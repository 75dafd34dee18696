package io.smsmessenger.sending;

import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.store.OutboxStore;
import io.smsmessenger.store.SmsStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands due messages to the carrier: in the background after {@link #start()}, or one round at a time by
 * {@link #runOnce()} from a host's own scheduler. Any number of nodes may do so on one database; one that should only
 * take drafts or webhooks in does neither.
 */
public final class SmsDispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmsDispatcher.class);

    private final SmsStore store;
    private final SendingSettings settings;
    private final Clock clock;
    private final Consumer<SmsEvent> events;
    private final Guard guard;
    private final Traffic traffic;
    private final Claiming claiming;
    private final Results results;
    private final Attempt attempt;
    private final Chores chores;
    private volatile boolean closed;
    private volatile @Nullable Shift shift;

    public SmsDispatcher(SendingParts parts, List<Chore> chores) {
        this.store = parts.store();
        this.settings = parts.settings();
        this.clock = parts.clock();
        this.events = parts.events();
        this.guard = new Guard(store, clock);
        this.traffic = new Traffic(parts);
        this.claiming = new Claiming(parts, traffic);
        this.results = new Results(settings.concurrency(), settings.sendingTimeout());
        this.attempt = new Attempt(parts, traffic, claiming, results);
        List<Chore> all = new ArrayList<>();
        all.add(new Chore("recovering", settings.pollInterval(), this::recover));
        all.add(new Chore("looking at lanes", settings.pollInterval(), this::lookAtLanes));
        all.addAll(chores);
        this.chores = new Chores(all, clock);
    }

    /**
     * Starts to work in the background; a second call changes nothing. After {@link #close()} it starts anew. A database
     * that is away does not matter: it is asked again, and nothing is claimed before it has answered.
     *
     * @throws IllegalStateException when the store lacks what a promise rests on, naming it, or when an earlier stop
     *     has not come to its end
     */
    public synchronized void start() {
        Shift before = shift;
        if (before != null) {
            if (closed) {
                throw new IllegalStateException("The dispatcher has not stopped yet: the store hangs in a call.");
            }
            return;
        }
        guard.forget();
        guard.requireIfAnswered();
        closed = false;
        Shift next = new Shift(settings, guard, claiming, traffic, attempt, results);
        shift = next;
        next.start(chores, settings.virtualThreads());
    }

    /** Says that something may be due; cheap, and harmless when nothing is. */
    public void nudge() {
        Shift running = shift;
        if (running != null) {
            running.nudge();
        }
    }

    /**
     * Does the chores, however long ago they were last done, and sends what is due, on the calling thread; returns when
     * nothing more is. To be called outside transactions: each step is one of its own. Call it again and again: a result
     * that the store could not take is recorded by the next round.
     *
     * @return how many messages were claimed
     * @throws IllegalStateException when the store lacks what a promise rests on, naming it
     */
    public int runOnce() {
        guard.require();
        results.sweep();
        chores.doAll(() -> closed);
        int total = 0;
        boolean going = true;
        while (going && !closed) {
            List<Held> claims = claiming.claim(settings.concurrency(), settings.bulkConcurrency());
            total += claims.size();
            going = false;
            for (Held each : claims) {
                going |= sent(each);
            }
        }
        return total;
    }

    /** Whether that was progress: what was put back would be claimed again for ever. */
    private boolean sent(Held held) {
        if (closed) {
            claiming.putBack(List.of(held.claim()));
            return false;
        }
        boolean[] sent = {true};
        Isolated.run("an attempt", () -> sent[0] = attempt.run(held));
        return sent[0];
    }

    /**
     * Stops: claims nothing more, gives back what is claimed and has not passed the gate, and waits for what is in
     * flight, up to the stop timeout. An attempt that takes longer is left to its daemon thread, and never interrupted:
     * that would make its outcome unknown. Containers pause and resume what they run, so it can be started again.
     */
    @Override
    public void close() {
        long deadline = System.nanoTime() + settings.stopTimeout().toNanos();
        Shift running = closing();
        try {
            if (running != null) {
                running.end(deadline);
            }
            if (!results.drained(deadline)) {
                LOG.warn("results could not be recorded; their messages are settled by evidence");
            }
        } catch (InterruptedException hurried) {
            LOG.warn("the stop was cut short; what is in flight goes on");
            Thread.currentThread().interrupt();
        } finally {
            results.hold(false);
            rest(running);
        }
    }

    private synchronized @Nullable Shift closing() {
        closed = true;
        return shift;
    }

    /** Makes room for another start, unless the loop hangs in a store's call: two of them there must not be. */
    private synchronized void rest(@Nullable Shift stopped) {
        if (stopped != null && stopped == shift && stopped.ended()) {
            shift = null;
        }
    }

    private void recover() {
        Instant now = Micros.now(clock);
        OutboxStore.Recovered recovered = store.outbox().recover(now, now.minus(settings.sendingTimeout()));
        recovered.unknown().forEach(change -> events.accept(Changes.event(change, clock.instant())));
        recovered.expired().forEach(change -> events.accept(Changes.event(change, clock.instant())));
    }

    private void lookAtLanes() {
        Shift running = shift;
        if (traffic.troubled() || (running != null && running.waiting())) {
            traffic.look();
            if (running != null) {
                running.putBack();
            }
        }
    }
}
