package io.smsmessenger.text;

import io.smsmessenger.model.Keyword;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises the words by which people opt out and in: only when they are the whole text. */
public final class Keywords {
    private static final Set<String> STOP = Set.of(
            "stop", "stopall", "stop all", "unsubscribe", "cancel", "end", "quit", "revoke", "opt out", "optout");
    private static final Set<String> START = Set.of("start", "unstop");
    private static final Set<String> HELP = Set.of("help", "info");

    private Keywords() {}

    public static Optional<Keyword> find(String text) {
        String word = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        if (STOP.contains(word)) {
            return Optional.of(Keyword.STOP);
        }
        if (START.contains(word)) {
            return Optional.of(Keyword.START);
        }
        return HELP.contains(word) ? Optional.of(Keyword.HELP) : Optional.empty();
    }
}
