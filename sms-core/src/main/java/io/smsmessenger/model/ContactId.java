package io.smsmessenger.model;

import java.util.Optional;

/**
 * Names one contact. Opaque to callers, never a secret.
 *
 * @param value the row's number, positive
 */
public record ContactId(long value) {
    private static final String KIND = "ct";

    public ContactId {
        Ids.positive(value);
    }

    /** Reads what {@link #toString()} wrote; anything else is no id of this kind. */
    public static Optional<ContactId> parse(String text) {
        return Ids.parse(KIND, text).map(ContactId::new);
    }

    @Override
    public String toString() {
        return Ids.text(KIND, value);
    }
}
