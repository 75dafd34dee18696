package io.smsmessenger.sending;

import java.util.Map;
import java.util.Optional;

/**
 * Values by the digits that a number begins with; the longest beginning wins.
 *
 * @param values by digits, without {@code +}; the empty text is for every number
 * @param longest the most digits that any of them has
 */
record Prefixes<T>(Map<String, T> values, int longest) {
    static <T> Prefixes<T> of(Map<String, T> values) {
        return new Prefixes<>(
                Map.copyOf(values),
                values.keySet().stream().mapToInt(String::length).max().orElse(0));
    }

    Optional<T> find(String e164) {
        String digits = e164.substring(1);
        for (int length = Math.min(longest, digits.length()); length >= 0; length--) {
            T value = values.get(digits.substring(0, length));
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
