package io.smsmessenger.jpa;

import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.store.OutboxStore.Recovered;
import io.smsmessenger.store.StatusChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
    private static final String HOLDS = " where o.messageId = ?1 and o.state = 'SENDING' and o.gatedAt < ?2";

    private Recovering() {}

    static Recovered recover(Transactions transactions, Instant now, Instant sendingSince) {
        int ready = 0;
        int portion;
        do {
            portion = transactions.own(tx -> ready(tx, Times.micros(now)));
            ready += portion;
        } while (portion == PORTION);
        List<StatusChange> unknown = new ArrayList<>();
        long last = 0;
        List<Long> silent;
        do {
            long after = last;
            silent = transactions.own(tx -> tx.read(PORTION, SILENT, Times.micros(sendingSince), after).stream()
                    .map(Row::number)
                    .toList());
            for (long id : silent) {
                unknown.addAll(transactions.own(tx -> unknown(tx, new MessageId(id), now, sendingSince)));
                last = id;
            }
        } while (silent.size() == PORTION);
        return new Recovered(ready, unknown, List.of());
    }

    private static int ready(Tx tx, long now) {
        List<Long> stale =
                tx.select(STALE, now, PORTION).stream().map(Row::number).toList();
        return stale.isEmpty() ? 0 : tx.change(READY, stale, now);
    }

    private static List<StatusChange> unknown(Tx tx, MessageId id, Instant now, Instant sendingSince) {
        return Moving.lock(tx, id).stream()
                .flatMap(held -> {
                    long since = Times.micros(sendingSince);
                    Message before = held.message();
                    if (Moving.reached(before.status())) {
                        // A receipt came although nobody was left to settle.
                        tx.change("delete from SmsOutbox o" + HOLDS, id.value(), since);
                        return java.util.stream.Stream.<StatusChange>empty();
                    }
                    if (tx.change("update SmsOutbox o set o.state = 'UNKNOWN'" + HOLDS, id.value(), since) == 0) {
                        return java.util.stream.Stream.<StatusChange>empty();
                    }
                    Message after = Moving.moved(before, MessageStatus.UNKNOWN, null);
                    Moving.write(tx, after);
                    Moving.note(
                            tx,
                            id,
                            MessageStatus.UNKNOWN,
                            null,
                            Moving.Said.byUs(after.status() != before.status(), now));
                    return java.util.stream.Stream.of(new StatusChange(held.owner(), after, before.status()));
                })
                .toList();
    }
}
