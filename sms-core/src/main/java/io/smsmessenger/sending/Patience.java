package io.smsmessenger.sending;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Tries what must not be lost again and again, in ever longer steps. */
final class Patience {
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final long nanos;

    Patience(Duration duration) {
        this.nanos = duration.toNanos();
    }

    /** Tries until it goes well, or time is up and nothing more asks for patience; says whether it went well. */
    boolean until(String what, Runnable work, BooleanSupplier longer) {
        long end = System.nanoTime() + nanos;
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
            if (Isolated.run(what, work)) {
                return true;
            }
            if (System.nanoTime() - end >= 0 && !longer.getAsBoolean()) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
        }
    }
}
