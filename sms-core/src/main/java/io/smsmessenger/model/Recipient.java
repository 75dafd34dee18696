package io.smsmessenger.model;

import java.util.Map;

/**
 * Somebody a campaign goes to, as the caller wrote it down: a number that cannot be read fails alone.
 *
 * @param to the number as written, E.164
 * @param fields what the text's placeholders stand for
 */
public record Recipient(String to, Map<String, String> fields) {
    /** Longest number as written, in characters; longer ones are cut, and fail. */
    public static final int MAX_TO_LENGTH = 64;

    /** Most characters that a recipient's fields may have together. */
    public static final int MAX_FIELDS_LENGTH = 4000;

    public Recipient {
        fields = Map.copyOf(fields);
    }

    public static Recipient to(PhoneNumber number) {
        return new Recipient(number.value(), Map.of());
    }

    @Override
    public String toString() {
        return "Recipient[" + fields.size() + " fields]";
    }
}
