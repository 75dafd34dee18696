package io.smsmessenger.model;

/**
 * A place in a list, opaque: hand back what a {@link Page} gave.
 *
 * @param value letters, digits, {@code -} and {@code _}
 */
public record Cursor(String value) {
    /** Longest cursor that is read. */
    public static final int MAX_LENGTH = 1000;

    public Cursor {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new SmsException(Problem.INVALID_CURSOR, "This cursor was not given by a page.");
        }
    }
}
