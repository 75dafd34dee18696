package io.smsmessenger.text;

/** Texts as every supported database can keep them. */
public final class Texts {
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** The text with NUL, which PostgreSQL refuses, and halves of surrogate pairs replaced by U+FFFD. */
    public static String storable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> clean.appendCodePoint(
                        point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                                ? REPLACEMENT
                                : point));
        return clean.toString();
    }
}
