package io.smsmessenger.model;

import java.util.Optional;

/**
 * Names one conversation. Opaque to callers, never a secret.
 *
 * @param value the row's number, positive
 */
public record ConversationId(long value) {
    private static final String KIND = "conv";

    public ConversationId {
        Ids.positive(value);
    }

    /** Reads what {@link #toString()} wrote; anything else is no id of this kind. */
    public static Optional<ConversationId> parse(String text) {
        return Ids.parse(KIND, text).map(ConversationId::new);
    }

    @Override
    public String toString() {
        return Ids.text(KIND, value);
    }
}
