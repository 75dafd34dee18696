package io.smsmessenger.jpa;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Money;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Edit;
import io.smsmessenger.store.Previews;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes texts that have never passed the gate: the message's row first, then its place, then what shows it. */
final class Editing {
    private static final String MOVE = "update SmsOutbox o set o.state = 'READY', o.token = null, o.leaseUntil = null,"
            + " o.dueAt = ?2%s where o.messageId = ?1 and o.state in ('READY', 'CLAIMED')";
    private static final String MOVE_WORDS = MOVE.formatted("");
    private static final String MOVE_ALL = MOVE.formatted(", o.expiresAt = ?3");
    private static final String UPDATE = "update SmsMessage m set m.body = ?2, m.mediaCount = ?3, m.status = ?4,"
            + " m.statusRank = ?5, m.sendAt = ?6, m.sendZone = ?7, m.encoding = ?8, m.parts = ?9,"
            + " m.costAmount = ?10, m.costCurrency = ?11 where m.id = ?1";
    private static final String SHOW =
            "update SmsConversation c set c.preview = ?3 where c.id = ?1 and c.lastMessageId = ?2";

    private Editing() {}

    static Optional<Message> edit(Tx tx, UserId owner, MessageId id, Edit edit, Instant now) {
        return ByHand.lock(tx, owner, id, Editing::untouched)
                .map(Moving.Held::message)
                .flatMap(message -> edit(tx, message, timed(edit, message), now));
    }

    private static Optional<Message> edit(Tx tx, Message message, Edit edit, Instant now) {
        return move(tx, message.id().value(), Times.micros(due(edit, now)), edit.expiresAt())
                ? Optional.of(write(tx, message, edit, now))
                : Optional.empty();
    }

    /** Who changes the words alone leaves the time that the locked row has, not the one that was read before. */
    private static Edit timed(Edit edit, Message message) {
        return edit.expiresAt() != null
                ? edit
                : new Edit(edit.content(), edit.estimate(), message.sendAt(), message.sendZone(), null);
    }

    private static boolean move(Tx tx, long id, long due, @Nullable Instant expiresAt) {
        int moved = expiresAt == null
                ? tx.change(MOVE_WORDS, id, due)
                : tx.change(MOVE_ALL, id, due, Times.micros(expiresAt));
        return moved == 1;
    }

    /** Whatever passed the gate has come further, also when it waits again. */
    private static boolean untouched(Message message) {
        return message.status() == MessageStatus.SCHEDULED || message.status() == MessageStatus.QUEUED;
    }

    private static Instant due(Edit edit, Instant now) {
        return edit.sendAt() != null && edit.sendAt().isAfter(now) ? edit.sendAt() : now;
    }

    private static Message write(Tx tx, Message before, Edit edit, Instant now) {
        Message after = Copies.edited(
                before,
                edit.content(),
                // One that was queued and is to leave later stays queued: a status never goes down.
                due(edit, now).isAfter(now) ? before.status() : MessageStatus.QUEUED,
                edit.sendAt() == null ? null : Times.exact(edit.sendAt()),
                edit.sendZone(),
                edit.estimate());
        long id = after.id().value();
        Billing estimate = after.billing();
        Money cost = estimate.cost();
        tx.change(
                UPDATE,
                id,
                after.content().text(),
                after.content().media().size(),
                after.status().name(),
                after.status().rank(),
                Times.microsOrNull(after.sendAt()),
                after.sendZone() == null ? null : after.sendZone().getId(),
                estimate.encoding() == null ? null : estimate.encoding().name(),
                estimate.parts(),
                cost == null ? null : cost.amount(),
                cost == null ? null : cost.currency());
        if (!after.content().media().equals(before.content().media())) {
            tx.change("delete from SmsMedia x where x.messageId = ?1", id);
            MessageInserts.media(tx, after, List.of());
        }
        if (after.status() != before.status()) {
            Moving.note(
                    tx, after.id(), after.status(), null, new Moving.Said(MessageEvent.Source.PERSON, true, now, now));
        }
        tx.change(SHOW, after.conversationId().value(), id, Previews.of(after.content()));
        return after;
    }
}
