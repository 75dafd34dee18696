package io.smsmessenger.model;

import java.util.Optional;

/**
 * The one spelling of ids outside the database: a kind, an underscore and the row's number in base 36.
 * An id is opaque to callers and never a secret.
 */
final class Ids {
    private static final int RADIX = 36;
    private static final int LONGEST = 13;

    private Ids() {}

    static long positive(long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is a positive number, not " + value);
        }
        return value;
    }

    static String text(String kind, long value) {
        return kind + "_" + Long.toString(value, RADIX);
    }

    static Optional<Long> parse(String kind, String text) {
        String prefix = kind + "_";
        if (!text.startsWith(prefix) || text.length() > prefix.length() + LONGEST) {
            return Optional.empty();
        }
        try {
            long value = Long.parseLong(text.substring(prefix.length()), RADIX);
            // Only the canonical spelling is an id, or one row would answer to several names.
            return value > 0 && text.equals(text(kind, value)) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }
}
