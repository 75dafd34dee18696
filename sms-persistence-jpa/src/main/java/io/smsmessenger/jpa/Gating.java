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
    private static final String SELECT = "select " + MessageRows.COLUMNS.jpql("m")
            + ", m.owner, o.expiresAt, n.owner, n.openPhone, n.profileId, p.enabled"
            + " from SmsOutbox o, SmsMessage m, SmsNumberAssignment n, SmsProfile p"
            + " where o.messageId = ?1 and o.state = 'CLAIMED' and o.token = ?2"
            + " and m.id = o.messageId and n.id = m.assignmentId and p.id = m.profileId";
    private static final String PASS = "update SmsOutbox o set o.state = 'SENDING', o.gatedAt = ?3,"
            + " o.attempts = o.attempts + 1 where o.messageId = ?1 and o.state = 'CLAIMED' and o.token = ?2";
    private static final String MOVE = "update SmsMessage m set m.status = ?2, m.statusRank = ?3, m.failureReason = ?4"
            + " where m.id = ?1 and m.statusRank < ?3";
    static final String LEAVE =
            "delete from SmsOutbox o where o.messageId = ?1 and o.state = 'CLAIMED' and o.token = ?2";

    private Gating() {}

    static Gate gate(Tx tx, Claim claim, Collection<ConsentScope> scopes, Instant now) {
        boolean optedOut = !ConsentRows.lock(tx, scopes, claim.to()).isEmpty();
        Optional<Row> found = tx.readOne(SELECT, claim.id().value(), claim.token());
        if (found.isEmpty()) {
            return new Gate.Lost();
        }
        Row row = found.get();
        Message message = MessageRows.message(tx, row);
        UserId owner = new UserId(row.text());
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
        if (tx.change(PASS, claim.id().value(), claim.token(), Times.micros(now)) == 0) {
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
        if (tx.change(LEAVE, claim.id().value(), claim.token()) == 0) {
            throw new Transactions.Undone(new Gate.Lost());
        }
        return new Gate.Refused(new StatusChange(owner, ended, message.status()));
    }

    private static Message move(Tx tx, Message message, MessageStatus status, @Nullable Failure failure, Instant now) {
        boolean moved = message.status().mayBecome(status);
        if (moved) {
            // A receipt may have come since the message was read: the carrier has it from an earlier attempt.
            int moves = tx.change(
                    MOVE,
                    message.id().value(),
                    status.name(),
                    status.rank(),
                    failure == null ? null : failure.reason().name());
            if (moves == 0) {
                throw new Transactions.Undone(new Gate.Lost());
            }
        }
        Moving.note(tx, message.id(), status, failure, Moving.Said.byUs(moved, now));
        return Moving.moved(message, status, failure);
    }
}
