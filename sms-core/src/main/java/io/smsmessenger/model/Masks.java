package io.smsmessenger.model;

/** How private values look in logs and exception messages. */
final class Masks {
    private static final int SHOWN_AT_END = 2;

    private Masks() {}

    static String mask(String value) {
        if (value.length() <= SHOWN_AT_END + 2) {
            return "•".repeat(value.length());
        }
        int hidden = value.length() - SHOWN_AT_END - 2;
        return value.substring(0, 2) + "•".repeat(hidden) + value.substring(value.length() - SHOWN_AT_END);
    }
}
