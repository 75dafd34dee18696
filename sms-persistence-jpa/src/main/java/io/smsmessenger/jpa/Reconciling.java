package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of messages that nobody knows about. Of those, {@code due_at} is when they are looked for next. */
final class Reconciling {
    /** When what is not looked for any more is looked for. */
    static final long NEVER = Long.MAX_VALUE;

    /** With the queues named, what is due never lies behind the stretch of the index that is read. */
    private static final String DUE = "select message_id, account_id from sms_outbox where state = 'UNKNOWN'"
            + " and priority in (0, 1) and due_at <= ? and account_id in (%s) order by due_at, message_id limit ?";

    private static final String LOCK = "select message_id from sms_outbox%s where message_id in (%s)"
            + " and state = 'UNKNOWN' and due_at <= ? for update skip locked";
    private static final String LOOK =
            "update sms_outbox%s set looks = looks + 1, due_at = ? where message_id in (%s) and state = 'UNKNOWN'";
    private static final String DETAILS = "select m.id, m.owner, o.accountId, m.phone, m.peer, m.reference,"
            + " m.providerId, o.gatedAt, o.atLeastOnce, o.expiresAt, o.looks, o.attempts, o.silences"
            + " from SmsOutbox o, SmsMessage m where m.id = o.messageId and o.messageId in ?1";

    /** Whether this was the last look for this attempt, and nothing has come of it yet. */
    private static final String HOLDS =
            " where o.messageId = ?1 and o.looks = ?2 and o.gatedAt = ?3 and o.state = 'UNKNOWN'";

    private static final String PUT_OFF = "update SmsOutbox o set o.dueAt = ?4" + HOLDS;
    private static final String SILENT = "update SmsOutbox o set o.dueAt = ?4, o.silences = ?5" + HOLDS;
    private static final String EXPIRE = "delete from SmsOutbox o" + HOLDS;
    private static final String AGAIN = "update SmsOutbox o set o.state = 'READY', o.dueAt = ?4, o.token = null,"
            + " o.leaseUntil = null, o.gatedAt = null" + HOLDS;

    private Reconciling() {}

    static List<Trace> trace(Tx tx, Set<AccountId> accounts, int limit, Instant now, Duration pause) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        List<Object> parameters = new ArrayList<>(List.of(Times.micros(now), Adopting.NO_ACCOUNT));
        accounts.forEach(account -> parameters.add(account.value()));
        parameters.add(limit);
        List<Long> due = new ArrayList<>();
        List<Long> orphans = new ArrayList<>();
        for (Row row : tx.select(DUE.formatted(Statements.marks(accounts.size() + 1)), parameters.toArray())) {
            long id = row.number();
            (row.number() == Adopting.NO_ACCOUNT ? orphans : due).add(id);
        }
        Adopting.adopt(tx, orphans);
        return due.isEmpty() ? List.of() : look(tx, due, now, pause);
    }

    private static List<Trace> look(Tx tx, List<Long> due, Instant now, Duration pause) {
        List<Object> parameters = new ArrayList<>(due);
        parameters.add(Times.micros(now));
        List<Long> held =
                tx.select(LOCK.formatted(tx.byKey(), Statements.marks(due.size())), parameters.toArray()).stream()
                        .map(Row::number)
                        .toList();
        if (held.isEmpty()) {
            return List.of();
        }
        parameters.clear();
        parameters.add(Times.micros(now.plus(pause)));
        parameters.addAll(held);
        tx.execute(LOOK.formatted(tx.byKey(), Statements.marks(held.size())), parameters.toArray());
        Map<Long, Trace> traces = new HashMap<>();
        tx.read(DETAILS, held).stream()
                .map(Reconciling::trace)
                .forEach(trace -> traces.put(trace.id().value(), trace));
        return due.stream().map(traces::get).filter(Objects::nonNull).toList();
    }

    private static Trace trace(Row row) {
        MessageId id = new MessageId(row.number());
        UserId owner = new UserId(row.text());
        AccountId account = new AccountId(row.number());
        PhoneNumber from = new PhoneNumber(row.text());
        Address to = Address.of(row.text());
        String reference = row.text();
        String providerId = row.textOrNull();
        return new Trace(
                id,
                owner,
                account,
                from,
                to,
                reference,
                providerId == null ? null : new ProviderMessageId(providerId),
                row.instant(),
                guarantee(row.flag()),
                row.instant(),
                row.integer(),
                row.integer(),
                row.integer());
    }

    static Guarantee guarantee(boolean atLeastOnce) {
        return atLeastOnce ? Guarantee.AT_LEAST_ONCE : Guarantee.AT_MOST_ONCE;
    }

    static Optional<StatusChange> conclude(Tx tx, Trace trace, Conclusion conclusion, Instant now) {
        if (conclusion instanceof Conclusion.NotAsked notAsked) {
            holds(tx, PUT_OFF, trace, Times.micros(notAsked.nextLook()));
            return Optional.empty();
        }
        return Moving.lock(tx, trace.id())
                .flatMap(held -> conclusion instanceof Conclusion.Silent silent
                        ? silent(tx, held, trace, silent, now)
                        : again(tx, held, trace, now));
    }

    private static Optional<StatusChange> silent(
            Tx tx, Moving.Held held, Trace trace, Conclusion.Silent silent, Instant now) {
        long next = silent.nextLook() == null ? NEVER : Times.micros(silent.nextLook());
        // Counted from what the look saw, so that the same look concluded again counts once.
        boolean holds = holds(tx, SILENT, trace, next, trace.silences() + 1);
        Failure known = held.message().failure();
        boolean said = known != null && known.reason() == FailureReason.PROBABLY_NOT_SENT;
        return holds && silent.probablyNotSent() && !said
                ? Optional.of(Moving.doubt(tx, held, Failure.of(FailureReason.PROBABLY_NOT_SENT), now))
                : Optional.empty();
    }

    private static Optional<StatusChange> again(Tx tx, Moving.Held held, Trace trace, Instant now) {
        if (now.isBefore(trace.expiresAt())) {
            return holds(tx, AGAIN, trace, Times.micros(now))
                    ? Optional.of(say(tx, held, MessageStatus.QUEUED, null, now))
                    : Optional.empty();
        }
        return holds(tx, EXPIRE, trace)
                ? Optional.of(say(tx, held, MessageStatus.EXPIRED, Failure.of(FailureReason.EXPIRED), now))
                : Optional.empty();
    }

    private static boolean holds(Tx tx, String change, Trace trace, Object... more) {
        List<Object> parameters =
                new ArrayList<>(List.of(trace.id().value(), trace.looks(), Times.micros(trace.gatedAt())));
        parameters.addAll(List.of(more));
        return tx.change(change, parameters.toArray()) == 1;
    }

    private static StatusChange say(
            Tx tx, Moving.Held held, MessageStatus status, @Nullable Failure failure, Instant now) {
        return Moving.say(tx, held, status, failure, MessageEvent.Source.DISPATCH, now);
    }
}
