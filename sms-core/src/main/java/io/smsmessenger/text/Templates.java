package io.smsmessenger.text;

import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Texts with placeholders: {@code {{name}}} stands for the value of that name, spaces beside the name do not count, and
 * all other braces are text. What is filled in is not looked at again. Messages of exceptions hold names, never values.
 */
public final class Templates {
    /** Longest name of a placeholder, in characters. */
    public static final int MAX_NAME_LENGTH = 64;

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private Templates() {}

    /**
     * The text with all its placeholders filled, as {@link Texts#clean} leaves it.
     *
     * @param template the text
     * @param fields the values by name
     * @throws SmsException {@link Problem#INVALID_TEMPLATE} when a placeholder has no value or is not closed
     */
    public static String fill(String template, Map<String, String> fields) {
        return Texts.clean(replace(template, name -> {
            String value = fields.get(name);
            if (value == null) {
                throw refused("There is no value for the placeholder {{" + name + "}}: add it, or leave it out.");
            }
            return value;
        }));
    }

    /**
     * The names of a text's placeholders, each once, in the order in which they first come.
     *
     * @throws SmsException {@link Problem#INVALID_TEMPLATE} when a placeholder is not closed or has no name
     */
    public static Set<String> placeholders(String template) {
        Set<String> names = new LinkedHashSet<>();
        replace(template, name -> {
            names.add(name);
            return "";
        });
        return names;
    }

    private static String replace(String template, UnaryOperator<String> value) {
        int open = template.indexOf(OPEN);
        if (open < 0) {
            return template;
        }
        StringBuilder filled = new StringBuilder(template.length());
        int done = 0;
        while (open >= 0) {
            // Of more than two braces the last two open: {{{name}}} is a value in braces.
            while (template.startsWith("{", open + OPEN.length())) {
                open++;
            }
            int begin = open + OPEN.length();
            int end = template.indexOf(CLOSE, begin);
            String name = name(template, begin, end);
            filled.append(template, done, open).append(value.apply(name));
            done = end + CLOSE.length();
            open = template.indexOf(OPEN, done);
        }
        return filled.append(template, done, template.length()).toString();
    }

    private static String name(String template, int begin, int end) {
        String inside = end < 0 ? "{" : template.substring(begin, end);
        if (inside.indexOf('{') >= 0 || inside.indexOf('}') >= 0 || inside.length() > 2 * MAX_NAME_LENGTH) {
            throw refused("The placeholder {{" + word(template, begin) + " is not closed: write it like {{name}}.");
        }
        String name = inside.strip();
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH || name.lines().count() > 1) {
            throw refused("A placeholder's name has 1 to " + MAX_NAME_LENGTH
                    + " characters in one line: write it like {{name}}.");
        }
        return name;
    }

    /** The word that a placeholder begins with: of what comes after it nobody knows whether it is a name. */
    private static String word(String template, int begin) {
        String rest = template.substring(begin, Math.min(template.length(), begin + MAX_NAME_LENGTH))
                .strip();
        int end = 0;
        while (end < rest.length() && (Character.isLetterOrDigit(rest.charAt(end)) || rest.charAt(end) == '_')) {
            end++;
        }
        return rest.substring(0, end);
    }

    private static SmsException refused(String sentence) {
        return new SmsException(Problem.INVALID_TEMPLATE, sentence);
    }
}
