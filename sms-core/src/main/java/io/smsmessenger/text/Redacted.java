package io.smsmessenger.text;

import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged: class names and where it happened, without the messages, in which databases and drivers
 * quote what they were given.
 */
public final class Redacted extends Exception {
    private static final int MAX_CAUSES = 10;

    private Redacted(Throwable failure, int depth) {
        super(failure.getClass().getName(), cause(failure, depth), false, true);
        setStackTrace(failure.getStackTrace());
    }

    public static Redacted of(Throwable failure) {
        return new Redacted(failure, 0);
    }

    private static @Nullable Redacted cause(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        return cause == null || depth == MAX_CAUSES ? null : new Redacted(cause, depth + 1);
    }
}
