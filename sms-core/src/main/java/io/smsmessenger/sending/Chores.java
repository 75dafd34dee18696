package io.smsmessenger.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Does the chores: each by itself, so that one that is slow or broken keeps neither another nor a message waiting. */
final class Chores {
    private static final long LONGEST_LOOK = TimeUnit.SECONDS.toNanos(1);
    private static final long SHORTEST_LOOK = TimeUnit.MILLISECONDS.toNanos(10);

    private final List<Regular> all;

    Chores(List<Chore> all, Clock clock) {
        this.all = all.stream().map(chore -> new Regular(chore, clock)).toList();
    }

    /** Does them all on the calling thread, however long ago they were last done; those that are being done are left. */
    void doAll(BooleanSupplier stopped) {
        all.forEach(each -> each.run(true, stopped));
    }

    /** Does each whenever it is time, on a thread of its own, once the guard lets; answers the threads. */
    List<Thread> start(ThreadFactory threads, Guard guard, Stop stop) {
        List<Thread> started = new ArrayList<>();
        for (Regular each : all) {
            Thread thread = threads.newThread(() -> {
                do {
                    Isolated.run(each.chore.name(), () -> {
                        if (guard.lets()) {
                            each.run(false, stop::said);
                        }
                    });
                } while (!stop.within(each.look()));
            });
            started.add(thread);
            thread.start();
        }
        return started;
    }

    private static final class Regular {
        private final Chore chore;
        private final Clock clock;
        private final Lock doing = new ReentrantLock();
        private Instant last = Instant.MIN;

        Regular(Chore chore, Clock clock) {
            this.chore = chore;
            this.clock = clock;
        }

        void run(boolean inAnyCase, BooleanSupplier stopped) {
            if (!doing.tryLock()) {
                return;
            }
            try {
                Instant now = clock.instant();
                // A clock that was set back must not stop them.
                if (inAnyCase || now.isBefore(last) || !now.isBefore(next())) {
                    last = now;
                    Isolated.run(chore.name(), () -> chore.work().accept(stopped));
                }
            } finally {
                doing.unlock();
            }
        }

        private Instant next() {
            return last.equals(Instant.MIN) ? last : last.plus(chore.every());
        }

        /** How often to see whether it is time: in real time, for the clock may be any. */
        long look() {
            long every = chore.every().compareTo(Duration.ofSeconds(1)) > 0
                    ? LONGEST_LOOK
                    : chore.every().toNanos();
            return Math.max(Math.min(every, LONGEST_LOOK), SHORTEST_LOOK);
        }
    }
}
