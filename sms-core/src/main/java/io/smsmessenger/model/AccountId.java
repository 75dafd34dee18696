package io.smsmessenger.model;

import java.util.Optional;

/**
 * Names one provider account. Opaque to callers, never a secret.
 *
 * @param value the row's number, positive
 */
public record AccountId(long value) {
    private static final String KIND = "acct";

    public AccountId {
        Ids.positive(value);
    }

    /** Reads what {@link #toString()} wrote; anything else is no id of this kind. */
    public static Optional<AccountId> parse(String text) {
        return Ids.parse(KIND, text).map(AccountId::new);
    }

    @Override
    public String toString() {
        return Ids.text(KIND, value);
    }
}
