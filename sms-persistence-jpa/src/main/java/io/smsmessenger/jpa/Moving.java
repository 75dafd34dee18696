package io.smsmessenger.jpa;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.CoarseStatus;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Money;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.StatusChange;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves messages: under the row's lock, up in rank only, with a line in the history for each thing that was said. */
final class Moving {
    private static final String LOCK =
            "select " + MessageRows.COLUMNS.sql("m") + ", m.owner, m.account_id from sms_message m where %s for update";
    private static final String LOCK_BY_ID = LOCK.formatted("m.id = ?");
    private static final String LOCK_BY_PROVIDER_ID =
            LOCK.formatted("m.account_id = ? and m.direction = 'OUTBOUND' and m.provider_id = ?");
    private static final String LOCK_BY_REFERENCE = LOCK.formatted("m.reference = ?");

    private static final String NOTE = Columns.of("messageId status source applied occurredAt recordedAt failureReason"
                    + " failureCode failureDetail")
            .insertInto("sms_message_event");
    private static final String UPDATE = "update sms_message set status = ?, status_rank = ?, failure_reason = ?,"
            + " failure_code = ?, failure_detail = ?, sent_at = ?, completed_at = ?, provider_id = ?, encoding = ?,"
            + " parts = ?, cost_amount = ?, cost_currency = ? where id = ?";

    private Moving() {}

    static Optional<Held> lock(Tx tx, MessageId id) {
        return tx.selectOne(LOCK_BY_ID, id.value()).map(row -> held(tx, row));
    }

    /** The same, unless somebody holds it. */
    static Optional<Held> lockIfFree(Tx tx, MessageId id) {
        return tx.selectOne(LOCK_BY_ID + " skip locked", id.value()).map(row -> held(tx, row));
    }

    static Optional<Held> lockByProviderId(Tx tx, long account, String providerId) {
        return tx.selectOne(LOCK_BY_PROVIDER_ID, account, providerId).map(row -> held(tx, row));
    }

    static Optional<Held> lockByReference(Tx tx, long account, String reference) {
        return tx.selectOne(LOCK_BY_REFERENCE, reference)
                .map(row -> held(tx, row))
                .filter(held -> held.account() == account);
    }

    /** Whether the carrier is known to have it, so that it must not be sent again. */
    static boolean reached(MessageStatus status) {
        return status.rank() >= MessageStatus.ACCEPTED.rank();
    }

    /** The message as it stands after something said {@code status}: what is no failure clears the one before. */
    static Message moved(Message message, MessageStatus status, @Nullable Failure failure) {
        boolean failed = status.coarse() == CoarseStatus.FAILED || status == MessageStatus.UNKNOWN;
        return message.status().mayBecome(status)
                ? Copies.status(message, status, failed ? clipped(failure) : null)
                : message;
    }

    /** Writes down what was said of a locked message. */
    static StatusChange say(
            Tx tx,
            Held held,
            MessageStatus status,
            @Nullable Failure failure,
            MessageEvent.Source source,
            Instant now) {
        Message before = held.message();
        return keep(tx, held, moved(before, status, failure), status, failure, source, now);
    }

    /** Says that nobody knows, or all that is known: of one that was unknown before, it replaces what was known then. */
    static StatusChange doubt(Tx tx, Held held, @Nullable Failure known, Instant now) {
        Message before = held.message();
        Message after = before.status() == MessageStatus.UNKNOWN
                ? Copies.status(before, MessageStatus.UNKNOWN, clipped(known))
                : moved(before, MessageStatus.UNKNOWN, known);
        return keep(tx, held, after, MessageStatus.UNKNOWN, known, MessageEvent.Source.DISPATCH, now);
    }

    private static StatusChange keep(
            Tx tx,
            Held held,
            Message after,
            MessageStatus said,
            @Nullable Failure failure,
            MessageEvent.Source source,
            Instant now) {
        Message before = held.message();
        if (!after.equals(before)) {
            write(tx, after);
        }
        note(tx, before.id(), said, failure, new Said(source, after.status() != before.status(), now, now));
        return new StatusChange(held.owner(), after, before.status());
    }

    /** Writes down all of a locked message that can change. */
    static void write(Tx tx, Message message) {
        Failure failure = message.failure();
        Billing billing = message.billing();
        Money cost = billing.cost();
        tx.execute(
                UPDATE,
                message.status(),
                message.status().rank(),
                failure == null ? null : failure.reason(),
                failure == null ? null : failure.providerCode(),
                failure == null ? null : failure.detail(),
                Times.microsOrNull(message.sentAt()),
                Times.microsOrNull(message.completedAt()),
                message.providerId() == null ? null : message.providerId().value(),
                billing.encoding(),
                billing.parts(),
                cost == null ? null : cost.amount(),
                cost == null ? null : cost.currency(),
                message.id().value());
    }

    /** Adds a line to the history. */
    static void note(Tx tx, MessageId id, MessageStatus status, @Nullable Failure said, Said by) {
        Failure failure = clipped(said);
        tx.execute(
                NOTE,
                id.value(),
                status,
                by.source(),
                by.applied(),
                Times.micros(by.occurredAt()),
                Times.micros(by.recordedAt()),
                failure == null ? null : failure.reason(),
                failure == null ? null : failure.providerCode(),
                failure == null ? null : failure.detail());
    }

    private static @Nullable Failure clipped(@Nullable Failure failure) {
        return failure == null
                ? null
                : new Failure(
                        failure.reason(), Fitting.cut(failure.providerCode(), 64), Fitting.cut(failure.detail(), 500));
    }

    private static Held held(Tx tx, Row row) {
        Message message = MessageRows.message(tx, row);
        return new Held(message, new UserId(row.text()), row.number());
    }

    /** A locked message with its owner and provider account. */
    record Held(Message message, UserId owner, long account) {}

    /** Who said something, when, and whether it moved the message. */
    record Said(MessageEvent.Source source, boolean applied, Instant occurredAt, Instant recordedAt) {
        static Said byUs(boolean applied, Instant now) {
            return new Said(MessageEvent.Source.DISPATCH, applied, now, now);
        }
    }
}
