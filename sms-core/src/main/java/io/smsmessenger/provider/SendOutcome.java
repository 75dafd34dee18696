package io.smsmessenger.provider;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.ProviderMessageId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How handing a message to the carrier ended. */
public sealed interface SendOutcome {
    /**
     * The carrier has taken it.
     *
     * @param id the carrier's id of it
     * @param billing what it said about parts and cost
     */
    record Accepted(ProviderMessageId id, Billing billing) implements SendOutcome {}

    /**
     * The carrier refuses it, and will again.
     *
     * @param failure why; {@link io.smsmessenger.model.FailureReason#OPTED_OUT} says that the carrier blocks this
     *     recipient
     */
    record Rejected(Failure failure) implements SendOutcome {}

    /**
     * It was certainly not sent and may go later: no connection, too many requests, the account out of order.
     *
     * @param failure why
     * @param lane what must wait: everything that goes the same way
     * @param retryAfter how long the carrier asks to wait, if it says
     */
    record NotSent(Failure failure, Lane lane, @Nullable Duration retryAfter) implements SendOutcome {}

    /**
     * It may have been taken: the answer was lost, or is none that we understand. Never repeated by itself.
     *
     * @param failure what is known
     */
    record Unknown(Failure failure) implements SendOutcome {}

    /** How much of the traffic a refusal holds up. */
    enum Lane {
        /** Only this message. */
        MESSAGE,
        /** All from this number. */
        NUMBER,
        /** All from this messaging profile. */
        PROFILE,
        /** All of this account. */
        ACCOUNT
    }
}
