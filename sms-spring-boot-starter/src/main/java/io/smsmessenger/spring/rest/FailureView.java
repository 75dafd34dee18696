package io.smsmessenger.spring.rest;

import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import org.jspecify.annotations.Nullable;

/**
 * Why a message did not arrive.
 *
 * @param reason what kind of failure it is
 * @param retryable whether sending the same text again later can help
 * @param providerCode the carrier's code
 * @param detail the carrier's words
 */
record FailureView(
        FailureReason reason,
        boolean retryable,
        @Nullable String providerCode,
        @Nullable String detail) {
    static @Nullable FailureView of(@Nullable Failure failure) {
        return failure == null
                ? null
                : new FailureView(
                        failure.reason(), failure.reason().retryable(), failure.providerCode(), failure.detail());
    }
}
