package io.smsmessenger.sending;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.OutboxStore;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.text.Redacted;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands due messages to the carrier: in the background after {@link #start()}, or one round at a time by
 * {@link #runOnce()} from a host's own scheduler. Any number of nodes may do so on one database.
 */
public final class SmsDispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmsDispatcher.class);

    private final SmsStore store;
    private final SendingSettings settings;
    private final Clock clock;
    private final Consumer<SmsEvent> events;
    private final Attempt attempt;
    private final List<Chore> chores;
    private final Set<AccountId> accounts;
    private final Semaphore nudges = new Semaphore(0);
    private final Semaphore slots;
    private volatile boolean stopping;
    private volatile boolean nothingMore = true;
    private @Nullable Thread loop;
    private @Nullable ExecutorService workers;

    public SmsDispatcher(SendingParts parts, List<Chore> chores) {
        this.chores = List.copyOf(chores);
        this.accounts = parts.providers().byAccount().keySet();
        this.store = parts.store();
        this.settings = parts.settings();
        this.clock = parts.clock();
        this.events = parts.events();
        this.attempt = new Attempt(parts);
        this.slots = new Semaphore(settings.concurrency());
    }

    /** Starts to work in the background; a second call changes nothing. After {@link #close()} it starts anew. */
    public synchronized void start() {
        if (loop != null && loop.isAlive()) {
            if (stopping) {
                throw new IllegalStateException("The dispatcher has not stopped yet: the store hangs in a call.");
            }
            return;
        }
        stopping = false;
        workers = Executors.newFixedThreadPool(settings.concurrency(), Threads.named("sms-send"));
        loop = Threads.named("sms-dispatch").newThread(this::work);
        loop.start();
    }

    /** Says that something may be due; cheap, and harmless when nothing is. */
    public void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    /**
     * Sends what is due, on the calling thread, and returns when nothing more is. To be called outside transactions:
     * each step is one of its own.
     *
     * @return how many messages were claimed
     */
    public int runOnce() {
        upkeep();
        int total = 0;
        while (!stopping) {
            List<Claim> claims = claim(settings.concurrency());
            if (claims.isEmpty()) {
                return total;
            }
            total += claims.size();
            for (Claim each : claims) {
                isolated("an attempt", () -> attempt.run(each));
            }
        }
        return total;
    }

    /**
     * Stops: claims nothing more, and waits for what is in flight, up to the stop timeout. Containers pause and resume
     * what they run, so it can be started again.
     */
    @Override
    public void close() {
        stopping = true;
        nudge();
        Thread running;
        ExecutorService pool;
        synchronized (this) {
            running = loop;
            pool = workers;
        }
        if (running == null || pool == null) {
            return;
        }
        try {
            long end = System.nanoTime() + settings.stopTimeout().toNanos();
            running.join(settings.stopTimeout().toMillis());
            pool.shutdown();
            if (!pool.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warn(
                        "messages were still in flight after {}; they will be settled by evidence",
                        settings.stopTimeout());
                pool.shutdownNow();
            }
            rest(running);
        } catch (InterruptedException interrupted) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Makes room for another start, unless the loop hangs in a store's call: two of them there must not be. */
    private synchronized void rest(Thread stopped) {
        if (stopped == loop && !stopped.isAlive()) {
            loop = null;
            workers = null;
        }
    }

    private void work() {
        Instant lastUpkeep = Instant.MIN;
        while (!stopping) {
            if (lastUpkeep.isBefore(clock.instant().minus(settings.pollInterval()))) {
                upkeep();
                lastUpkeep = clock.instant();
            }
            if (!isolated("claiming", this::fillSlots) || nothingMore) {
                pause();
            }
        }
    }

    /** Claims as many as there are hands free. */
    private void fillSlots() {
        nothingMore = true;
        int free = slots.drainPermits();
        List<Claim> claims = List.of();
        try {
            claims = free == 0 ? claims : claim(free);
        } finally {
            slots.release(free - claims.size());
        }
        claims.forEach(this::handOver);
        nothingMore = claims.isEmpty() || slots.availablePermits() == 0;
    }

    private void handOver(Claim claim) {
        ExecutorService pool = workers;
        try {
            if (pool != null) {
                pool.execute(() -> runInSlot(claim));
                return;
            }
        } catch (RejectedExecutionException stopped) {
            LOG.debug("stopped before {} was begun", claim.id());
        }
        slots.release();
        store.outbox().release(List.of(claim));
    }

    private void runInSlot(Claim claim) {
        try {
            // Before the gate the lease gives it back; after it the message becomes unknown and is settled by evidence.
            isolated("an attempt", () -> attempt.run(claim));
        } finally {
            slots.release();
            nudge();
        }
    }

    /** Runs a step whose failure, whatever it is, must not end the others; says whether it went well. */
    private static boolean isolated(String what, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException | Error trouble) {
            LOG.warn(
                    "{} failed, and will be tried again: {}",
                    what,
                    trouble.getClass().getName());
            LOG.debug("{} failed", what, Redacted.of(trouble));
            return false;
        }
    }

    private List<Claim> claim(int limit) {
        return store.outbox()
                .claim(new ClaimRequest(
                        accounts,
                        limit,
                        settings.bulkConcurrency(),
                        Micros.now(clock),
                        settings.lease(),
                        settings.paces()));
    }

    private void upkeep() {
        isolated("recovering", this::recover);
        chores.forEach(chore -> isolated(chore.name(), chore.work()));
    }

    private void recover() {
        Instant now = Micros.now(clock);
        OutboxStore.Recovered recovered = store.outbox().recover(now, now.minus(settings.sendingTimeout()));
        recovered.unknown().forEach(change -> events.accept(Changes.event(change, clock.instant())));
        recovered.expired().forEach(change -> events.accept(Changes.event(change, clock.instant())));
    }

    private void pause() {
        try {
            if (nudges.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
