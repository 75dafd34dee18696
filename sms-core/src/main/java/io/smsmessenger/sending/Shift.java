package io.smsmessenger.sending;

import io.smsmessenger.store.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work in the background, from one start to the stop that follows. */
final class Shift {
    private static final Logger LOG = LoggerFactory.getLogger(SmsDispatcher.class);
    /** Half of what a paced lane gives out at most at once, so that none of its pace is lost between two claims. */
    private static final Duration SHORTEST_PACE = Duration.ofMillis(50);

    private final Guard guard;
    private final Claiming claiming;
    private final Traffic traffic;
    private final Results results;
    private final Duration pollInterval;
    private final Duration pacedInterval;
    private final Hands hands;
    private final Stop stop = new Stop();
    private final Semaphore nudges = new Semaphore(0);
    private final List<Thread> beside = new ArrayList<>();
    private final Thread loop;
    private long lastClaim;
    private boolean claimedLately;

    Shift(SendingSettings settings, Guard guard, Claiming claiming, Traffic traffic, Attempt attempt, Results results) {
        this.guard = guard;
        this.claiming = claiming;
        this.traffic = traffic;
        this.results = results;
        this.pollInterval = settings.pollInterval();
        this.pacedInterval = paced(settings);
        this.hands = new Hands(settings, attempt, traffic, this::finished);
        this.loop = Threads.named("sms-dispatch").newThread(this::work);
    }

    void start(Chores chores, boolean virtualThreads) {
        results.hold(true);
        loop.start();
        Thread recorder = Threads.named("sms-record").newThread(() -> results.keepTrying(stop));
        recorder.start();
        beside.add(recorder);
        beside.addAll(chores.start(Threads.named("sms-chore", virtualThreads), guard, stop));
    }

    boolean ended() {
        return !loop.isAlive();
    }

    void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    /** Whether claims wait that a lane's closing would concern. */
    boolean waiting() {
        return hands.waiting();
    }

    /** Gives back what waits and must not leave now. */
    void putBack() {
        claiming.putBack(hands.drop(claiming::unwanted));
    }

    /** Begins nothing more, and waits for what was begun until then. */
    void end(long deadlineNanos) throws InterruptedException {
        stop.say();
        List<Claim> left = hands.stop();
        nudge();
        claiming.putBack(left);
        join(loop, deadlineNanos);
        if (!hands.rest(deadlineNanos - System.nanoTime())) {
            LOG.warn(
                    "messages are still in flight; what comes of them is recorded if this process lives to hear of it");
        }
        for (Thread thread : beside) {
            join(thread, deadlineNanos);
        }
    }

    private static void join(Thread thread, long deadlineNanos) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        thread.join(Math.max(1, left));
        if (thread.isAlive()) {
            LOG.warn("{} has not stopped yet", thread.getName());
        }
    }

    private void work() {
        while (!stop.said()) {
            Isolated.run("claiming", this::round);
            pause();
        }
    }

    private void round() {
        if (!guard.lets()) {
            return;
        }
        putBack();
        hands.go();
        int room = hands.room();
        if (room > 0) {
            int bulkRoom = Math.min(room, hands.bulkRoom());
            List<Held> claims = claiming.claim(room, bulkRoom);
            claimedLately =
                    !claims.isEmpty() || (claimedLately && System.nanoTime() - lastClaim < pollInterval.toNanos());
            lastClaim = claims.isEmpty() ? lastClaim : System.nanoTime();
            claiming.putBack(hands.offer(claims, room, bulkRoom).stream()
                    .map(Held::claim)
                    .toList());
        }
    }

    private void finished(boolean few) {
        if (traffic.troubled()) {
            putBack();
        }
        if (few) {
            nudge();
        }
    }

    private void pause() {
        Duration interval = claimedLately ? pacedInterval : pollInterval;
        try {
            if (nudges.tryAcquire(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException unasked) {
            LOG.debug("somebody interrupts the dispatcher's thread; it is stopped by close()");
        }
    }

    /** Lanes that keep a pace give out few at a time, so that those are asked for more often. */
    private static Duration paced(SendingSettings settings) {
        Duration shortest = settings.paces().values().stream()
                .map(pace -> pace.interval())
                .min(Duration::compareTo)
                .orElse(settings.pollInterval());
        Duration interval = shortest.compareTo(SHORTEST_PACE) < 0 ? SHORTEST_PACE : shortest;
        return interval.compareTo(settings.pollInterval()) < 0 ? interval : settings.pollInterval();
    }
}
