package io.smsmessenger.telnyx;

/** Strings of plain digits; the JDK's own parsers also take signs and digits of other scripts. */
final class Digits {
    private static final int MAX_LENGTH = 18;

    private Digits() {}

    /** Whether it is 1 to 18 ASCII digits, and so fits a {@code long}. */
    static boolean isCount(String text) {
        return text.length() <= MAX_LENGTH && areDigits(text);
    }

    static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
