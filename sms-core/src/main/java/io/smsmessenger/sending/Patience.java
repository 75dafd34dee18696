package io.smsmessenger.sending;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Tries what must not be lost again and again for a while, in ever longer steps; an interrupt ends the patience. */
final class Patience {
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final long nanos;

    Patience(Duration duration) {
        this.nanos = duration.toNanos();
    }

    <T> T until(Supplier<T> work) {
        long end = System.nanoTime() + nanos;
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
            try {
                return work.get();
            } catch (RuntimeException failed) {
                if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                    throw failed;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
        }
    }
}
