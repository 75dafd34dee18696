package io.smsmessenger.model;

import java.util.Optional;

/**
 * Names one messaging profile. Opaque to callers, never a secret.
 *
 * @param value the row's number, positive
 */
public record ProfileId(long value) {
    private static final String KIND = "prof";

    public ProfileId {
        Ids.positive(value);
    }

    /** Reads what {@link #toString()} wrote; anything else is no id of this kind. */
    public static Optional<ProfileId> parse(String text) {
        return Ids.parse(KIND, text).map(ProfileId::new);
    }

    @Override
    public String toString() {
        return Ids.text(KIND, value);
    }
}
