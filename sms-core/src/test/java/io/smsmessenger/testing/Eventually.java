package io.smsmessenger.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for what another thread or process is about to do: asks again until it is so, or fails when time is up. */
public final class Eventually {
    /** Long enough for a slow machine; a test that passes never waits for it. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long FIRST_PAUSE_NANOS = 1_000_000;
    private static final long LONGEST_PAUSE_NANOS = 50_000_000;

    private Eventually() {}

    /** Returns once the condition holds. */
    public static void holds(String what, Callable<Boolean> condition) {
        value(what, condition, Boolean::booleanValue);
    }

    /** Returns once the assertion passes; fails with its last failure as the cause. */
    public static void passes(String what, Assertion assertion) {
        value(what, () -> attempt(assertion), Optional::isEmpty);
    }

    /** Answers the first value that satisfies the condition; fails with the last one seen. */
    public static <T> T value(String what, Callable<T> source, Predicate<? super T> condition) {
        return value(what, PATIENCE, source, condition);
    }

    /** The same with a deadline of one's own. */
    public static <T> T value(String what, Duration patience, Callable<T> source, Predicate<? super T> condition) {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_NANOS;
        for (int tries = 1; ; tries++) {
            T last = call(source);
            if (condition.test(last)) {
                return last;
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                throw failure(what, patience, tries, last);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("interrupted while waiting until " + what);
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
        }
    }

    private static AssertionError failure(String what, Duration patience, int tries, @Nullable Object last) {
        Object seen = last instanceof Optional<?> optional ? optional.orElse(null) : last;
        AssertionError error = new AssertionError("Waited " + patience.toMillis() + " ms and asked " + tries
                + " times until " + what + "; last: " + seen);
        if (seen instanceof Throwable cause) {
            error.initCause(cause);
        }
        return error;
    }

    private static Optional<AssertionError> attempt(Assertion assertion) throws Exception {
        try {
            assertion.run();
            return Optional.empty();
        } catch (AssertionError failed) {
            return Optional.of(failed);
        }
    }

    private static <T> T call(Callable<T> source) {
        try {
            return source.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something that throws an {@link AssertionError} until it holds. */
    @FunctionalInterface
    public interface Assertion {
        void run() throws Exception;
    }
}
