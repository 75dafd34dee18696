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
import java.util.function.Consumer;

/** Picks up what died workers left, in portions and in the order of the ids. */
final class Recovering {
    private static final int PORTION = 200;
    private static final String STALE =
            "select o.messageId from SmsOutbox o where o.state = 'CLAIMED' and o.leaseUntil <= ?1"
                    + " and o.messageId > ?2 order by o.messageId";
    private static final String LOCK = "select message_id from sms_outbox%s where message_id in (%s)"
            + " and state = 'CLAIMED' and lease_until <= ? for update skip locked";
    private static final String READY = "update sms_outbox%s set state = 'READY', token = null, lease_until = null"
            + " where message_id in (%s) and state = 'CLAIMED'";
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
        List<Long> ready = new ArrayList<>();
        portions(
                transactions,
                STALE,
                Times.micros(now),
                stale -> ready.addAll(transactions.own(tx -> ready(tx, stale, Times.micros(now)))));
        List<StatusChange> unknown = each(
                transactions,
                SILENT,
                Times.micros(sendingSince),
                (tx, id) -> unknown(tx, new MessageId(id), now, sendingSince));
        List<StatusChange> expired =
                each(transactions, OVER, Times.micros(now), (tx, id) -> expired(tx, new MessageId(id), now));
        return new Recovered(ready.size(), unknown, expired);
    }

    /** Each in a transaction of its own, so that no lock is held for long. */
    private static List<StatusChange> each(
            Transactions transactions, String which, long at, BiFunction<Tx, Long, Optional<StatusChange>> change) {
        List<StatusChange> changes = new ArrayList<>();
        portions(
                transactions,
                which,
                at,
                portion -> portion.forEach(
                        id -> transactions.own(tx -> change.apply(tx, id)).ifPresent(changes::add)));
        return changes;
    }

    /** Found without a lock, so that whoever holds some of them is not waited for. */
    private static void portions(Transactions transactions, String which, long at, Consumer<List<Long>> work) {
        long last = 0;
        List<Long> portion;
        do {
            long after = last;
            portion = transactions.own(tx ->
                    tx.read(PORTION, which, at, after).stream().map(Row::number).toList());
            if (!portion.isEmpty()) {
                work.accept(portion);
                last = portion.get(portion.size() - 1);
            }
        } while (portion.size() == PORTION);
    }

    /** By their keys alone: a search by state locks, on some databases, what it passes on its way. */
    private static List<Long> ready(Tx tx, List<Long> stale, long now) {
        List<Object> parameters = new ArrayList<>(stale);
        parameters.add(now);
        List<Long> held =
                tx.select(LOCK.formatted(tx.byKey(), Statements.marks(stale.size())), parameters.toArray()).stream()
                        .map(Row::number)
                        .toList();
        if (!held.isEmpty()) {
            tx.execute(READY.formatted(tx.byKey(), Statements.marks(held.size())), held.toArray());
        }
        return held;
    }

    /** Whoever holds the message is settling or changing it: it is left for next time, and nobody waits behind it. */
    private static Optional<StatusChange> unknown(Tx tx, MessageId id, Instant now, Instant sendingSince) {
        long since = Times.micros(sendingSince);
        return Moving.lockIfFree(tx, id).flatMap(held -> {
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
