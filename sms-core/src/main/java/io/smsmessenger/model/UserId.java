package io.smsmessenger.model;

/**
 * The host's own user id, opaque to this library.
 *
 * @param value 1 to 190 characters, compared exactly
 */
public record UserId(String value) {
    /** Longest id that every supported database indexes without truncation. */
    public static final int MAX_LENGTH = 190;

    public UserId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a user id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    public static UserId of(String value) {
        return new UserId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
