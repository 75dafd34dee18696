package io.smsmessenger.jpa;

import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.store.OutboxStore.Recovered;
import io.smsmessenger.store.StatusChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Picks up what died workers left, in portions and in the order of the ids. */
final class Recovering {
    private static final int PORTION = 200;
    private static final String STALE = "select message_id from sms_outbox where state = 'CLAIMED' and lease_until <= ?"
            + " order by message_id limit ? for update skip locked";
    private static final String READY = "update SmsOutbox o set o.state = 'READY', o.token = null, o.leaseUntil = null"
            + " where o.messageId in ?1 and o.state = 'CLAIMED' and o.leaseUntil <= ?2";
    private static final String SILENT =
            "select o.messageId from SmsOutbox o where o.state = 'SENDING' and o.gatedAt < ?1"
                    + " and o.messageId > ?2 order by o.messageId";
    private static final String OVER =
            "select o.messageId from SmsOutbox o where o.state = 'READY' and o.expiresAt <= ?1"
                    + " and o.messageId > ?2 order by o.messageId";
    private static final String EXPIRE =
            "delete from SmsOutbox o where o.messageId = ?1 and o.state = 'READY' and o.expiresAt <= ?2";
    private static final String HOLDS = " where o.messageId = ?1 and o.state = 'SENDING' and o.gatedAt < ?2";
    private static final String OPEN =
            "update SmsOutbox o set o.state = 'UNKNOWN', o.dueAt = ?3, o.silences = 0" + HOLDS;

    private Recovering() {}

    static Recovered recover(Transactions transactions, Instant now, Instant sendingSince) {
        int ready = 0;
        int portion;
        do {
            portion = transactions.own(tx -> ready(tx, Times.micros(now)));
            ready += portion;
        } while (portion == PORTION);
        List<StatusChange> unknown = each(
                transactions,
                SILENT,
                Times.micros(sendingSince),
                (tx, id) -> unknown(tx, new MessageId(id), now, sendingSince));
        List<StatusChange> expired =
                each(transactions, OVER, Times.micros(now), (tx, id) -> expired(tx, new MessageId(id), now));
        return new Recovered(ready, unknown, expired);
    }

    /** Each in a transaction of its own, so that no lock is held for long. */
    private static List<StatusChange> each(
            Transactions transactions, String which, long at, BiFunction<Tx, Long, Optional<StatusChange>> change) {
        List<StatusChange> changes = new ArrayList<>();
        long last = 0;
        List<Long> portion;
        do {
            long after = last;
            portion = transactions.own(tx ->
                    tx.read(PORTION, which, at, after).stream().map(Row::number).toList());
            for (long id : portion) {
                transactions.own(tx -> change.apply(tx, id)).ifPresent(changes::add);
                last = id;
            }
        } while (portion.size() == PORTION);
        return changes;
    }

    private static int ready(Tx tx, long now) {
        List<Long> stale =
                tx.select(STALE, now, PORTION).stream().map(Row::number).toList();
        return stale.isEmpty() ? 0 : tx.change(READY, stale, now);
    }

    private static Optional<StatusChange> unknown(Tx tx, MessageId id, Instant now, Instant sendingSince) {
        long since = Times.micros(sendingSince);
        return Moving.lock(tx, id).flatMap(held -> {
            if (Moving.reached(held.message().status())) {
                // A receipt came although nobody was left to settle.
                tx.change("delete from SmsOutbox o" + HOLDS, id.value(), since);
                return Optional.empty();
            }
            return tx.change(OPEN, id.value(), since, Times.micros(now)) == 1
                    ? Optional.of(Moving.doubt(tx, held, null, now))
                    : Optional.empty();
        });
    }

    /** Whoever holds the message is changing it: it is left for next time. */
    private static Optional<StatusChange> expired(Tx tx, MessageId id, Instant now) {
        return Moving.lockIfFree(tx, id)
                .filter(held -> tx.change(EXPIRE, id.value(), Times.micros(now)) == 1)
                .map(held -> Moving.say(
                        tx,
                        held,
                        MessageStatus.EXPIRED,
                        Failure.of(FailureReason.EXPIRED),
                        MessageEvent.Source.DISPATCH,
                        now));
    }
}
