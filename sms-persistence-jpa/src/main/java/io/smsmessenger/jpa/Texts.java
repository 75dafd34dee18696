package io.smsmessenger.jpa;

import org.jspecify.annotations.Nullable;

/** Fits others' words into columns. */
final class Texts {
    private Texts() {}

    /** At most so many UTF-16 units, and no half of a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    static @Nullable String clip(@Nullable String text, int most) {
        return text == null ? null : cut(text, most);
    }
}
