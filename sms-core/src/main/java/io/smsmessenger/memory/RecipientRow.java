package io.smsmessenger.memory;

import io.smsmessenger.model.CampaignRecipient;
import io.smsmessenger.model.CampaignRecipient.State;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.store.Keyset;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of a campaign as it changes. Touched under the lock only. */
final class RecipientRow {
    private final long number;
    private final Recipient recipient;
    private State state = State.WAITING;
    private Instant leaseUntil = Instant.MIN;
    private @Nullable MessageId message;
    private @Nullable Problem problem;
    private @Nullable String detail;

    RecipientRow(long number, Recipient recipient) {
        this.number = number;
        this.recipient = recipient;
    }

    long number() {
        return number;
    }

    Recipient recipient() {
        return recipient;
    }

    State state() {
        return state;
    }

    @Nullable
    MessageId message() {
        return message;
    }

    Keyset place() {
        return new Keyset(Instant.EPOCH, number);
    }

    boolean leased(Instant now) {
        return leaseUntil.isAfter(now);
    }

    void lease(Instant until) {
        leaseUntil = until;
    }

    void handedOver(MessageId to) {
        if (message == null) {
            state = State.HANDED_OVER;
            message = to;
            problem = null;
            detail = null;
        }
    }

    void refused(Problem why, String sentence) {
        if (state == State.WAITING) {
            state = State.REFUSED;
            problem = why;
            detail = sentence;
        }
    }

    CampaignRecipient snapshot() {
        return new CampaignRecipient(recipient, state, message, problem, detail);
    }
}
