package io.smsmessenger.examples.messenger;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until it is so. */
final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Eventually() {}

    /** The first look that passes, or else the last one, for the test to say what is wrong with it. */
    static <T> T see(Supplier<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + LIMIT.toNanos();
        T seen = look.get();
        while (!wanted.test(seen) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            seen = look.get();
        }
        return seen;
    }
}
