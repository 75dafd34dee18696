package io.smsmessenger.examples.simulator.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened to a message.
 *
 * @param receivedAt when the carrier got it
 * @param sendAt when it is due, for a scheduled one
 * @param sentAt when it left
 * @param completedAt when it reached its end
 */
public record Times(
        Instant receivedAt,
        @Nullable Instant sendAt,
        @Nullable Instant sentAt,
        @Nullable Instant completedAt) {

    /** The times of a message that just arrived at the carrier. */
    public static Times received(Instant now) {
        return new Times(now, null, null, null);
    }
}
