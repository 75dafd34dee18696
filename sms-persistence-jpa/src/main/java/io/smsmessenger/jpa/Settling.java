package io.smsmessenger.jpa;

import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records how attempts ended: the message's row is locked first, then its place in the outbox decides. */
final class Settling {
    private static final String HOLDS = " where message_id = ? and token = ? and state in ('SENDING', 'UNKNOWN')";
    private static final String SETTLED = "delete from sms_outbox" + HOLDS;
    private static final String AGAIN = "update sms_outbox set state = 'READY', due_at = ?, token = null,"
            + " lease_until = null, gated_at = null" + HOLDS;
    private static final String OPEN = "update sms_outbox set state = 'UNKNOWN', due_at = ?, silences = 0"
            + " where message_id = ? and token = ? and state = 'SENDING'";

    private Settling() {}

    static Optional<StatusChange> settle(Tx tx, Claim claim, Settlement settlement, Instant now) {
        return Moving.lock(tx, claim.id())
                .filter(held -> leave(tx, claim, settlement, held.message(), now))
                .map(held -> {
                    if (settlement instanceof Settlement.Unknown unknown) {
                        return Moving.doubt(tx, held, unknown.failure(), now);
                    }
                    Message before = held.message();
                    Message after = told(Moving.moved(before, status(settlement), failure(settlement)), settlement);
                    if (!after.equals(before)) {
                        Moving.write(tx, after);
                    }
                    Moving.note(
                            tx,
                            claim.id(),
                            status(settlement),
                            failure(settlement),
                            Moving.Said.byUs(after.status() != before.status(), now));
                    return new StatusChange(held.owner(), after, before.status());
                });
    }

    /** The compare-and-set: whether this claim still holds the message, and what becomes of its place. */
    private static boolean leave(Tx tx, Claim claim, Settlement settlement, Message message, Instant now) {
        long id = claim.id().value();
        // Evidence that the carrier has it is stronger than any answer that it has not.
        boolean over = Moving.reached(message.status());
        if (!over && settlement instanceof Settlement.NotSent notSent) {
            return tx.execute(AGAIN, Times.micros(notSent.notBefore()), id, claim.token()) == 1;
        }
        if (!over && settlement instanceof Settlement.Unknown) {
            return tx.execute(OPEN, Times.micros(now), id, claim.token()) == 1;
        }
        return tx.execute(SETTLED, id, claim.token()) == 1;
    }

    private static Message told(Message message, Settlement settlement) {
        if (!(settlement instanceof Settlement.Accepted accepted)) {
            return message;
        }
        return Copies.told(
                message,
                message.sentAt(),
                message.completedAt(),
                message.providerId() == null ? accepted.id() : message.providerId(),
                message.billing().updatedBy(Fitting.billing(accepted.billing())));
    }

    private static MessageStatus status(Settlement settlement) {
        if (settlement instanceof Settlement.Accepted) {
            return MessageStatus.ACCEPTED;
        }
        if (settlement instanceof Settlement.Rejected rejected) {
            return rejected.failure().reason() == FailureReason.OPTED_OUT
                    ? MessageStatus.BLOCKED
                    : MessageStatus.FAILED;
        }
        return MessageStatus.SENDING;
    }

    private static @Nullable Failure failure(Settlement settlement) {
        if (settlement instanceof Settlement.Rejected rejected) {
            return rejected.failure();
        }
        return settlement instanceof Settlement.NotSent notSent ? notSent.failure() : null;
    }
}
