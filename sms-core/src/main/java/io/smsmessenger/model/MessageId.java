package io.smsmessenger.model;

import java.util.Optional;

/**
 * Names one message. Opaque to callers, never a secret.
 *
 * @param value the row's number, positive
 */
public record MessageId(long value) {
    private static final String KIND = "msg";

    public MessageId {
        Ids.positive(value);
    }

    /** Reads what {@link #toString()} wrote; anything else is no id of this kind. */
    public static Optional<MessageId> parse(String text) {
        return Ids.parse(KIND, text).map(MessageId::new);
    }

    @Override
    public String toString() {
        return Ids.text(KIND, value);
    }
}
