package io.smsmessenger.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a message's history. All are kept, those that moved nothing included.
 *
 * @param status what it said
 * @param source who said it
 * @param applied whether it moved the message
 * @param occurredAt when it happened, by the source's clock
 * @param recordedAt when we wrote it down
 * @param failure the reason it gave, if any
 */
public record MessageEvent(
        MessageStatus status,
        Source source,
        boolean applied,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable Failure failure) {
    /** Who reported an event. */
    public enum Source {
        /** Our own sending. */
        DISPATCH,
        /** The carrier, by webhook or record. */
        PROVIDER,
        /** The user or an operator. */
        PERSON
    }
}
