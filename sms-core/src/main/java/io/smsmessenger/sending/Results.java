package io.smsmessenger.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets what the carrier said into the store, for as long as this process lives: it is known nowhere else. A hand tries a
 * few seconds; then the result waits here and the hand is free, so that one result that cannot be written down holds
 * nobody up. When too many wait the hands keep theirs, and nothing more is sent of which nothing could be recorded.
 */
final class Results {
    private static final Logger LOG = LoggerFactory.getLogger(SmsDispatcher.class);
    private static final Duration IN_HAND = Duration.ofSeconds(5);
    private static final int HOPELESS = 10;
    private static final int ENOUGH = 3;
    private static final long FIRST_PAUSE_NANOS = 100_000_000;
    private static final long LONGEST_PAUSE_NANOS = 2_000_000_000;

    private final ThreadFactory tellers = Threads.named("sms-tell");
    private final int room;
    private final Patience patience;
    private final Queue<Result> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger laidDown = new AtomicInteger();
    private final AtomicLong recorded = new AtomicLong();
    private volatile boolean handsOff;

    Results(int room, Duration sendingTimeout) {
        this.room = room;
        this.patience = new Patience(sendingTimeout.compareTo(IN_HAND) < 0 ? sendingTimeout : IN_HAND);
    }

    /**
     * Records a result now if it can be, else as soon as it can.
     *
     * @param work harmless when it is done twice
     * @param then tells of it once it is recorded, and may hang: no other result waits for it
     */
    void record(Runnable work, Runnable then) {
        if (patience.until("recording a result", () -> tryOnce(work), () -> !handsOff && laidDown.get() >= room)) {
            then.run();
            return;
        }
        laidDown.incrementAndGet();
        waiting.add(new Result(work, then, recorded));
    }

    /** Tries those that wait once more, but not all of them in vain; says whether any still wait. */
    boolean sweep() {
        List<Runnable> news = new ArrayList<>();
        boolean wait = sweep(news);
        if (!news.isEmpty()) {
            Isolated.run(
                    "telling what was recorded late",
                    () -> tellers.newThread(() -> news.forEach(Runnable::run)).start());
        }
        return wait;
    }

    private synchronized boolean sweep(List<Runnable> news) {
        int inVain = 0;
        for (int left = waiting.size(); left > 0 && inVain < ENOUGH; left--) {
            Result next = waiting.poll();
            if (next == null) {
                break;
            }
            if (Isolated.run("recording a result", () -> tryOnce(next.work))) {
                laidDown.decrementAndGet();
                news.add(next.then);
                inVain = 0;
                continue;
            }
            inVain++;
            if (next.hopeless()) {
                laidDown.decrementAndGet();
                LOG.error("a result cannot be recorded although others can; its message is settled by evidence");
            } else {
                waiting.add(next);
            }
        }
        return !waiting.isEmpty();
    }

    /** Keeps trying until it is told to stop. */
    void keepTrying(Stop stop) {
        long pause = FIRST_PAUSE_NANOS;
        while (!stop.within(pause)) {
            pause = !waiting.isEmpty() && sweep() ? Math.min(pause * 2, LONGEST_PAUSE_NANOS) : FIRST_PAUSE_NANOS;
        }
    }

    /** Tries until nothing waits or time is up. */
    boolean drained(long deadlineNanos) {
        for (long pause = FIRST_PAUSE_NANOS; sweep(); pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS)) {
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            LockSupport.parkNanos(Math.min(pause, left));
        }
        return true;
    }

    /** Whether hands may hold what they cannot record; if not, they lay it down here. */
    void hold(boolean allowed) {
        handsOff = !allowed;
    }

    private void tryOnce(Runnable work) {
        work.run();
        recorded.incrementAndGet();
    }

    /** One that waits. That it alone fails, again and again while others go well, means that it never will. */
    private static final class Result {
        private final Runnable work;
        private final Runnable then;
        private final AtomicLong recorded;
        private long recordedBefore;
        private int alone;

        Result(Runnable work, Runnable then, AtomicLong recorded) {
            this.work = work;
            this.then = then;
            this.recorded = recorded;
            this.recordedBefore = recorded.get();
        }

        boolean hopeless() {
            long now = recorded.get();
            if (now > recordedBefore) {
                alone++;
                recordedBefore = now;
            }
            return alone >= HOPELESS;
        }
    }
}
