package io.smsmessenger.sending;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Something that a dispatching node does now and then beside sending. It may be slow: it keeps no message waiting.
 *
 * @param name for logs
 * @param every the least time from one start to the next
 * @param work may throw; it is tried again the next time. It is given what says whether the dispatcher stops: work that
 *     takes long asks that between its steps, and leaves the others to the next time
 */
public record Chore(String name, Duration every, Consumer<BooleanSupplier> work) {
    /** One whose work is short. */
    public Chore(String name, Duration every, Runnable work) {
        this(name, every, stopped -> work.run());
    }
}
