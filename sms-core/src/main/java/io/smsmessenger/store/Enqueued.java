package io.smsmessenger.store;

import io.smsmessenger.model.Message;

/** What became of a message that was handed over. */
public sealed interface Enqueued {
    /**
     * It is kept.
     *
     * @param message as it stands
     */
    record Stored(Message message) implements Enqueued {}

    /**
     * Its key was used for the same message before.
     *
     * @param message the first one, as it stands now
     */
    record Repeated(Message message) implements Enqueued {}

    /** Its key was used for another message before; nothing was kept. */
    record Conflicting() implements Enqueued {}
}
