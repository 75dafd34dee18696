package io.smsmessenger.jpa;

import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.StatusChange;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What persons do to messages on their way: the message's row is locked first, then its place in the outbox decides. */
final class ByHand {
    private static final String OWN = "select m.id from SmsMessage m where m.id = ?1 and m.owner = ?2";
    private static final String LEAVE = "delete from SmsOutbox o where o.messageId = ?1 and o.state in ";
    private static final String CALL_BACK = LEAVE + "('READY', 'CLAIMED')";
    private static final String GIVE_UP = LEAVE + "('READY', 'CLAIMED', 'UNKNOWN')";
    /** Apart from its campaign, which may be held or over: a person wants this one to leave. */
    private static final String RENEW = "update SmsOutbox o set o.state = 'READY', o.dueAt = ?2, o.expiresAt = ?3,"
            + " o.attempts = 0, o.token = null, o.leaseUntil = null, o.gatedAt = null, o.campaignId = null"
            + " where o.messageId = ?1 and o.state = 'UNKNOWN'";

    private ByHand() {}

    static Optional<StatusChange> cancel(Tx tx, UserId owner, MessageId id, Instant now) {
        // Of one that is unknown a copy may be out.
        return lock(tx, owner, id, message -> message.status() != MessageStatus.UNKNOWN)
                .filter(held -> tx.change(CALL_BACK, id.value()) == 1)
                .map(held -> say(tx, held, MessageStatus.CANCELLED, null, now));
    }

    static Optional<StatusChange> giveUp(Tx tx, UserId owner, MessageId id, Instant now) {
        return lock(tx, owner, id, message -> message.status() == MessageStatus.UNKNOWN)
                .filter(held -> tx.change(GIVE_UP, id.value()) == 1)
                .map(held -> say(tx, held, MessageStatus.FAILED, Failure.of(FailureReason.UNRESOLVED), now));
    }

    static Optional<StatusChange> sendAgain(Tx tx, UserId owner, MessageId id, Instant expiresAt, Instant now) {
        return lock(tx, owner, id, message -> message.status() == MessageStatus.UNKNOWN)
                .filter(held -> tx.change(RENEW, id.value(), Times.micros(now), Times.micros(expiresAt)) == 1)
                .map(held -> say(tx, held, MessageStatus.QUEUED, null, now));
    }

    /** Asked before anything is locked: a stranger's id, however long a host's transaction, is in nobody's way. */
    static boolean belongs(Tx tx, UserId owner, MessageId id) {
        return tx.readOne(OWN, id.value(), owner.value()).isPresent();
    }

    static Optional<Moving.Held> lock(Tx tx, UserId owner, MessageId id, Predicate<Message> which) {
        return Moving.lock(tx, id).filter(held -> held.owner().equals(owner) && which.test(held.message()));
    }

    private static StatusChange say(
            Tx tx, Moving.Held held, MessageStatus status, @Nullable Failure failure, Instant now) {
        return Moving.say(tx, held, status, failure, MessageEvent.Source.PERSON, now);
    }
}
