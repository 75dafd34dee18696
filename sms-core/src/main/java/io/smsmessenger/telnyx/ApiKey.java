package io.smsmessenger.telnyx;

import java.util.Optional;
import java.util.function.Supplier;

/** The API key, asked for anew at each request so that it can change while the program runs. Never printed. */
final class ApiKey {
    private final Supplier<String> source;

    ApiKey(Supplier<String> source) {
        this.source = source;
    }

    /** The key; empty if its source has none, fails, or gives what cannot be one. */
    Optional<String> current() {
        String key;
        try {
            key = source.get();
        } catch (RuntimeException unavailable) {
            // A vault that is down is an account out of order: the message waits, and says why.
            return Optional.empty();
        }
        return key != null && isUsable(key.strip()) ? Optional.of(key.strip()) : Optional.empty();
    }

    static boolean isUsable(String key) {
        return !key.isEmpty() && key.chars().allMatch(character -> character > ' ' && character < 0x7f);
    }

    @Override
    public String toString() {
        return "ApiKey";
    }
}
