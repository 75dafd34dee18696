package io.smsmessenger.model;

/**
 * A sender that is no number: an alphanumeric sender id, or whatever else a carrier put in its place. It cannot be
 * answered.
 *
 * @param value 1 to 64 characters
 */
public record SenderName(String value) implements Address {
    /** Alphanumeric sender ids have 11 characters; carriers sometimes put longer words there. */
    public static final int MAX_LENGTH = 64;

    public SenderName {
        if (value.isBlank() || value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
            throw new SmsException(
                    Problem.INVALID_ADDRESS,
                    "A sender has 1 to " + MAX_LENGTH + " printable characters and is not blank.");
        }
    }

    @Override
    public boolean answerable() {
        return false;
    }

    @Override
    public String toString() {
        return masked();
    }
}
