package io.smsmessenger.text;

/** Small repairs of text, so that every database takes it and no character is torn. */
public final class Texts {
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /**
     * The beginning of a text.
     *
     * @param max most {@code char}s to keep; one less is kept where the last would be half a character
     */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        boolean torn = max > 0
                && Character.isHighSurrogate(text.charAt(max - 1))
                && Character.isLowSurrogate(text.charAt(max));
        return text.substring(0, torn ? max - 1 : max);
    }

    /**
     * The text with what no database or decoder agrees on, NUL and halves of characters, replaced by U+FFFD. The same
     * object if there is nothing to replace.
     */
    public static String clean(String text) {
        StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || isTorn(text, i)) {
                if (repaired == null) {
                    repaired = new StringBuilder(text);
                }
                repaired.setCharAt(i, REPLACEMENT);
            }
        }
        return repaired == null ? text : repaired.toString();
    }

    private static boolean isTorn(String text, int i) {
        char character = text.charAt(i);
        if (Character.isHighSurrogate(character)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(character) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
