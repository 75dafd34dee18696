package io.smsmessenger.model;

import java.util.Optional;

/**
 * Names one number assignment: a number while one user owns it. Opaque to callers, never a secret.
 *
 * @param value the row's number, positive
 */
public record NumberId(long value) {
    private static final String KIND = "num";

    public NumberId {
        Ids.positive(value);
    }

    /** Reads what {@link #toString()} wrote; anything else is no id of this kind. */
    public static Optional<NumberId> parse(String text) {
        return Ids.parse(KIND, text).map(NumberId::new);
    }

    @Override
    public String toString() {
        return Ids.text(KIND, value);
    }
}
