package io.smsmessenger.model;

/**
 * The carrier's own id of a message.
 *
 * @param value 1 to 190 characters
 */
public record ProviderMessageId(String value) {
    /** Longest id that every supported database indexes without truncation. */
    public static final int MAX_LENGTH = 190;

    public ProviderMessageId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a provider's message id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
