package io.smsmessenger;

import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.text.Texts;
import org.jspecify.annotations.Nullable;

/** Bounds of what people type into fields. */
final class Fields {
    private Fields() {}

    /** The text without surrounding space and without what no database holds; null when nothing is left. */
    static @Nullable String optional(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String clean = Texts.clean(text.strip());
        if (clean.length() > longest) {
            throw new SmsException(
                    Problem.INVALID_FIELD, "The " + field + " has at most " + longest + " characters: shorten it.");
        }
        return clean;
    }

    static String required(String field, @Nullable String text, int longest) {
        String clean = optional(field, text, longest);
        if (clean == null) {
            throw new SmsException(Problem.INVALID_FIELD, "The " + field + " is missing.");
        }
        return clean;
    }
}
