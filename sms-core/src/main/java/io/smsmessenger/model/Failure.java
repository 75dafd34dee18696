package io.smsmessenger.model;

import org.jspecify.annotations.Nullable;

/**
 * Why a message did not arrive, in one vocabulary over all providers and in the provider's own words.
 *
 * @param reason what kind of failure it is, and so what can be done
 * @param providerCode the provider's code, verbatim
 * @param detail the provider's words, without private data
 */
public record Failure(
        FailureReason reason,
        @Nullable String providerCode,
        @Nullable String detail) {
    public static Failure of(FailureReason reason) {
        return new Failure(reason, null, null);
    }
}
