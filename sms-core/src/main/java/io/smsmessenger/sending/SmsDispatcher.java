package io.smsmessenger.sending;

import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.provider.Providers;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.OutboxStore;
import io.smsmessenger.store.SmsStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
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
    private final Runnable housekeeping;
    private final Semaphore nudges = new Semaphore(0);
    private final Semaphore slots;
    private volatile boolean stopping;
    private @Nullable Thread loop;
    private @Nullable ExecutorService workers;

    public SmsDispatcher(
            SmsStore store,
            Providers providers,
            SendingSettings settings,
            Clock clock,
            RandomGenerator random,
            Consumer<SmsEvent> events,
            Runnable housekeeping) {
        this.housekeeping = housekeeping;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.attempt = new Attempt(store, providers, settings, clock, random, events);
        this.slots = new Semaphore(settings.concurrency());
    }

    /** Starts to work in the background; a second call changes nothing. After {@link #close()} it starts anew. */
    public synchronized void start() {
        if (loop != null) {
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
     * Sends what is due, on the calling thread, and returns when nothing more is.
     *
     * @return how many messages were claimed
     */
    public int runOnce() {
        recover();
        int total = 0;
        while (!stopping) {
            List<Claim> claims = claim(settings.concurrency());
            if (claims.isEmpty()) {
                return total;
            }
            total += claims.size();
            claims.forEach(attempt::run);
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
            running.join(settings.stopTimeout().toMillis());
            pool.shutdown();
            if (!pool.awaitTermination(settings.stopTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
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
        Instant recovered = Instant.MIN;
        while (!stopping) {
            try {
                if (recovered.isBefore(clock.instant().minus(settings.pollInterval()))) {
                    recover();
                    recovered = clock.instant();
                }
                if (!fillSlots()) {
                    pause();
                }
            } catch (RuntimeException trouble) {
                // The database is away, most likely: whatever it was, the next look is a fresh start.
                LOG.warn("dispatching paused: {}", trouble.toString());
                LOG.debug("dispatching paused", trouble);
                pause();
            }
        }
    }

    /** Claims as many as there are hands free; says whether there may be more. */
    private boolean fillSlots() {
        int free = slots.drainPermits();
        List<Claim> claims = List.of();
        try {
            claims = free == 0 ? claims : claim(free);
        } finally {
            slots.release(free - claims.size());
        }
        ExecutorService pool = workers;
        for (Claim each : claims) {
            if (pool != null) {
                pool.execute(() -> runInSlot(each));
            }
        }
        return !claims.isEmpty() && slots.availablePermits() > 0;
    }

    private void runInSlot(Claim claim) {
        try {
            attempt.run(claim);
        } catch (RuntimeException trouble) {
            // Before the gate the lease gives it back; after it the message becomes unknown and is settled by evidence.
            LOG.warn("attempt for {} ended early: {}", claim.id(), trouble.toString());
            LOG.debug("attempt ended early", trouble);
        } finally {
            slots.release();
            nudge();
        }
    }

    private List<Claim> claim(int limit) {
        return store.outbox().claim(limit, Micros.now(clock), settings.lease());
    }

    private void recover() {
        Instant now = Micros.now(clock);
        OutboxStore.Recovered recovered = store.outbox().recover(now, now.minus(settings.sendingTimeout()));
        recovered.unknown().forEach(change -> events.accept(Changes.event(change, clock.instant())));
        housekeeping.run();
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
