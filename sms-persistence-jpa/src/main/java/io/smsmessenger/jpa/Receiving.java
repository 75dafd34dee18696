package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.ContactId;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.ProviderEvent.InboundText;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.InboxStore.ConsentEffect;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.Previews;
import io.smsmessenger.store.Received;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes texts in. Locks in the order that all keep to: consent, then the conversation. */
final class Receiving {
    private static final String LOCK =
            "select " + ConversationRows.COLUMNS.sql("c") + " from sms_conversation c where c.id = ? for update";
    private static final String UPDATE = "update SmsConversation c set c.inboundPosition = ?2, c.unread = true,"
            + " c.state = ?3, c.contactId = ?4, c.peerName = ?5, c.lastActivityAt = ?6, c.preview = ?7,"
            + " c.lastDirection = ?8, c.lastMessageId = coalesce(?9, c.lastMessageId)"
            + " where c.id = ?1";

    private Receiving() {}

    /** Empty, and all undone, when the text is there already under another event id. */
    static Optional<Received> receive(
            Tx tx, AccountId account, InboundText text, ConsentEffect effect, byte[] raw, Instant now) {
        Optional<Line> owned = Line.of(tx, text.to(), text.receivedAt(), text.from())
                .filter(line -> line.accountId() == account.value());
        Disposition disposition = owned.isPresent() ? Disposition.APPLIED : Disposition.QUARANTINED;
        WebhookEvents.Told told = WebhookEvents.tell(tx, account, text, disposition, raw, now);
        if (told == WebhookEvents.Told.DONE) {
            return Optional.of(new Received.Duplicate());
        }
        if (owned.isEmpty()) {
            return Optional.of(new Received.Unowned());
        }
        if (told == WebhookEvents.Told.WAITING) {
            WebhookEvents.done(tx, account, text, Disposition.APPLIED);
        }
        Line line = owned.get();
        ConsentScope changed = consent(tx, line, text, effect);
        Line.Room room = line.room(tx, text.from(), text.receivedAt());
        Conversation before = tx.selectOne(LOCK, room.id())
                .map(ConversationRows::conversation)
                .orElseThrow();
        Message message = message(tx, text, line, before);
        MessageInserts.Rest rest = new MessageInserts.Rest(line.owner(), account.value(), now, null, null);
        if (!MessageInserts.insert(tx, message, rest)) {
            throw new Transactions.Undone(Optional.empty());
        }
        MessageInserts.media(tx, message, Fitting.media(text.media()));
        Conversation after = update(tx, line, before, message);
        return Optional.of(new Received.Stored(new UserId(line.owner()), after, message, changed));
    }

    private static @Nullable ConsentScope consent(Tx tx, Line line, InboundText text, ConsentEffect effect) {
        if (effect.change() == ConsentEffect.Change.NONE) {
            return null;
        }
        ConsentScope scope = scope(line, effect.scope());
        boolean changed = effect.change() == ConsentEffect.Change.OPT_OUT
                ? ConsentRows.optOut(tx, scope, text.from(), OptOut.Source.KEYWORD, text.receivedAt())
                : ConsentRows.optIn(tx, scope, text.from(), OptOut.Source.KEYWORD, text.receivedAt());
        return changed ? scope : null;
    }

    private static ConsentScope scope(Line line, ConsentScope.Kind kind) {
        ConsentScope number = ConsentScope.of(new NumberId(line.numberId()));
        return switch (kind) {
            case EVERYTHING -> ConsentScope.everything();
            case OWNER -> ConsentScope.of(new UserId(line.owner()));
            case PROFILE -> line.profileId() == null ? number : ConsentScope.of(new ProfileId(line.profileId()));
            case NUMBER -> number;
        };
    }

    private static Message message(Tx tx, InboundText text, Line line, Conversation conversation) {
        return new Message(
                new MessageId(tx.nextId()),
                conversation.id(),
                conversation.numberId(),
                line.profileId() == null ? null : new ProfileId(line.profileId()),
                Direction.INBOUND,
                text.to(),
                text.from(),
                Fitting.content(text.content()),
                MessageStatus.RECEIVED,
                null,
                Times.exact(text.receivedAt()),
                null,
                null,
                null,
                null,
                conversation.inboundPosition() + 1,
                null,
                text.messageId(),
                Fitting.billing(text.billing()));
    }

    private static Conversation update(Tx tx, Line line, Conversation before, Message message) {
        Instant at = message.occurredAt();
        // Only forward: a text that comes late does not take over what is shown.
        boolean latest = before.lastDirection() == null || !at.isBefore(before.lastActivityAt());
        // The contact may have been added while the conversation was being made.
        Long contact = before.contactId() == null ? line.contactId() : null;
        Conversation after = new Conversation(
                before.id(),
                before.numberId(),
                before.number(),
                before.peer(),
                contact != null ? line.contactName() : before.peerName(),
                contact != null ? new ContactId(contact) : before.contactId(),
                latest ? Previews.of(message.content()) : before.preview(),
                latest ? Direction.INBOUND : before.lastDirection(),
                at.isAfter(before.lastActivityAt()) ? at : before.lastActivityAt(),
                message.position(),
                before.readPosition(),
                before.markedUnread(),
                ConversationState.OPEN);
        tx.change(
                UPDATE,
                after.id().value(),
                after.inboundPosition(),
                after.state().name(),
                after.contactId() == null ? null : after.contactId().value(),
                after.peerName(),
                Times.micros(after.lastActivityAt()),
                after.preview(),
                after.lastDirection() == null ? null : after.lastDirection().name(),
                latest ? message.id().value() : null);
        return after;
    }
}
