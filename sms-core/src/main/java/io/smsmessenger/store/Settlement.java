package io.smsmessenger.store;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.ProviderMessageId;
import java.time.Instant;

/** How an attempt ended, as far as the store is concerned. */
public sealed interface Settlement {
    /**
     * The provider has it.
     *
     * @param id the provider's id
     * @param billing what it said about parts and cost
     */
    record Accepted(ProviderMessageId id, Billing billing) implements Settlement {}

    /**
     * The provider refused it for good.
     *
     * @param failure why; a reason of opted out makes the message blocked, every other failed
     */
    record Rejected(Failure failure) implements Settlement {}

    /**
     * The provider certainly does not have it: ready again from then on.
     *
     * @param failure why
     * @param notBefore when it may be tried again
     */
    record NotSent(Failure failure, Instant notBefore) implements Settlement {}

    /**
     * Nobody knows.
     *
     * @param failure what is known
     */
    record Unknown(Failure failure) implements Settlement {}
}
