package io.smsmessenger.text;

import io.smsmessenger.model.Keyword;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises a text that is nothing but a request to be left alone, to be texted again, or to be told who writes. The
 * words are those that Telnyx acts upon (support article "SMS Opt-Out Keywords"), with REVOKE and OPT OUT beside them,
 * which count in the United States since 2025. A word inside a longer text is none.
 */
public final class Keywords {
    private static final Map<String, Keyword> WORDS = Map.ofEntries(
            Map.entry("stop", Keyword.STOP),
            Map.entry("stopall", Keyword.STOP),
            Map.entry("stop all", Keyword.STOP),
            Map.entry("unsubscribe", Keyword.STOP),
            Map.entry("cancel", Keyword.STOP),
            Map.entry("end", Keyword.STOP),
            Map.entry("quit", Keyword.STOP),
            Map.entry("revoke", Keyword.STOP),
            Map.entry("opt out", Keyword.STOP),
            Map.entry("optout", Keyword.STOP),
            Map.entry("start", Keyword.START),
            Map.entry("unstop", Keyword.START),
            Map.entry("help", Keyword.HELP),
            Map.entry("info", Keyword.HELP));

    private Keywords() {}

    /**
     * Looks at the whole text. Width, case, spaces, punctuation and symbols around the word do not matter, nor what
     * separates two words.
     */
    public static Optional<Keyword> of(String text) {
        return Optional.ofNullable(WORDS.get(words(text)));
    }

    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        String folded = folded(text);
        for (int i = 0; i < folded.length(); ) {
            int codePoint = folded.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isLetterOrDigit(codePoint)) {
                if (gap && !words.isEmpty()) {
                    words.append(' ');
                }
                gap = false;
                words.appendCodePoint(codePoint);
            } else if (Character.getType(codePoint) != Character.FORMAT) {
                gap = true;
            }
        }
        return words.toString();
    }

    /** Upper case first, so that the dotless i folds too; the dotted capital would fold into two characters. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u0130', 'I')
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
