package io.smsmessenger.jpa;

import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.StatusChange;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last check before the carrier is called. Locks in the order that all keep to: consent, then the message, then its
 * place in the outbox, where one compare-and-set decides.
 */
final class Gating {
    private static final String SELECT = "select o.expires_at, n.owner, n.open_phone, n.profile_id, p.enabled"
            + " from sms_outbox o join sms_message m on m.id = o.message_id"
            + " join sms_number_assignment n on n.id = m.assignment_id join sms_profile p on p.id = m.profile_id"
            + " where o.message_id = ? and o.state = 'CLAIMED' and o.token = ?";
    private static final String PASS = "update sms_outbox set state = 'SENDING', gated_at = ?,"
            + " attempts = attempts + 1 where message_id = ? and state = 'CLAIMED' and token = ?";
    private static final String MOVE =
            "update sms_message set status = ?, status_rank = ?, failure_reason = ?" + " where id = ?";
    static final String LEAVE = "delete from sms_outbox where message_id = ? and state = 'CLAIMED' and token = ?";

    private Gating() {}

    static Gate gate(Tx tx, Claim claim, Collection<ConsentScope> scopes, Instant now) {
        boolean optedOut = !ConsentRows.lock(tx, scopes, claim.to()).isEmpty();
        // Whoever holds the message is changing it, in a transaction of the host's perhaps, however long that takes:
        // with the consent held, the recipient's STOP would wait behind both.
        Moving.Held held =
                Moving.lockIfFree(tx, claim.id()).orElseThrow(() -> new Transactions.Undone(new Gate.Lost()));
        Optional<Row> found = tx.selectOne(SELECT, claim.id().value(), claim.token());
        if (found.isEmpty()) {
            return new Gate.Lost();
        }
        Row row = found.get();
        Message message = held.message();
        UserId owner = held.owner();
        Instant expiresAt = row.instant();
        boolean available = owner.value().equals(row.text())
                && row.textOrNull() != null
                && Long.valueOf(claim.profileId().value()).equals(row.numberOrNull())
                && row.flag();
        if (optedOut) {
            return refuse(tx, claim, owner, message, MessageStatus.BLOCKED, FailureReason.OPTED_OUT, now);
        }
        if (!available) {
            return refuse(tx, claim, owner, message, MessageStatus.BLOCKED, FailureReason.NUMBER_UNAVAILABLE, now);
        }
        if (!now.isBefore(expiresAt)) {
            return refuse(tx, claim, owner, message, MessageStatus.EXPIRED, FailureReason.EXPIRED, now);
        }
        Message sending = move(tx, message, MessageStatus.SENDING, null, now);
        if (tx.execute(PASS, Times.micros(now), claim.id().value(), claim.token()) == 0) {
            throw new Transactions.Undone(new Gate.Lost());
        }
        return new Gate.Passed(new StatusChange(owner, sending, message.status()));
    }

    private static Gate refuse(
            Tx tx,
            Claim claim,
            UserId owner,
            Message message,
            MessageStatus status,
            FailureReason reason,
            Instant now) {
        Message ended = move(tx, message, status, Failure.of(reason), now);
        if (tx.execute(LEAVE, claim.id().value(), claim.token()) == 0) {
            throw new Transactions.Undone(new Gate.Lost());
        }
        return new Gate.Refused(new StatusChange(owner, ended, message.status()));
    }

    private static Message move(Tx tx, Message message, MessageStatus status, @Nullable Failure failure, Instant now) {
        boolean moved = message.status().mayBecome(status);
        if (moved) {
            tx.execute(
                    MOVE,
                    status,
                    status.rank(),
                    failure == null ? null : failure.reason(),
                    message.id().value());
        }
        Moving.note(tx, message.id(), status, failure, Moving.Said.byUs(moved, now));
        return Moving.moved(message, status, failure);
    }
}
