package io.smsmessenger.memory;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.CoarseStatus;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Edit;
import io.smsmessenger.store.Keyset;
import io.smsmessenger.store.NewOutbound;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as it changes. Touched under the lock only. */
final class MessageRow {
    private final MessageId id;
    private final ConversationRow conversation;
    private final AccountId accountId;
    private final @Nullable ProfileId profileId;
    private final Direction direction;
    private final Instant occurredAt;
    private final long position;
    private final @Nullable String clientKey;
    private final List<MessageEvent> history = new ArrayList<>();
    private Content content;
    private @Nullable Instant sendAt;
    private @Nullable ZoneId sendZone;
    private MessageStatus status;
    private @Nullable Failure failure;
    private @Nullable Instant sentAt;
    private @Nullable Instant completedAt;
    private @Nullable ProviderMessageId providerId;
    private Billing billing;

    /** A text that came in. */
    MessageRow(
            MessageId id,
            ConversationRow conversation,
            AccountId accountId,
            @Nullable ProfileId profileId,
            Content content,
            Instant occurredAt,
            long position,
            Billing billing) {
        this.id = id;
        this.conversation = conversation;
        this.accountId = accountId;
        this.profileId = profileId;
        this.direction = Direction.INBOUND;
        this.content = content;
        this.occurredAt = occurredAt;
        this.sendAt = null;
        this.sendZone = null;
        this.position = position;
        this.clientKey = null;
        this.status = MessageStatus.RECEIVED;
        this.billing = billing;
    }

    /** A text that is to go out. */
    MessageRow(MessageId id, ConversationRow conversation, AccountId accountId, NewOutbound order) {
        this.id = id;
        this.conversation = conversation;
        this.accountId = accountId;
        this.profileId = order.profileId();
        this.direction = Direction.OUTBOUND;
        this.content = order.content();
        this.occurredAt = order.at();
        this.sendAt = order.sendAt();
        this.sendZone = order.sendZone();
        this.position = conversation.inboundPosition();
        this.clientKey = order.clientKey();
        this.status = sendAt != null && sendAt.isAfter(occurredAt) ? MessageStatus.SCHEDULED : MessageStatus.QUEUED;
        this.billing = order.estimate();
    }

    MessageId id() {
        return id;
    }

    ConversationRow conversation() {
        return conversation;
    }

    AccountId accountId() {
        return accountId;
    }

    UserId owner() {
        return conversation.owner();
    }

    Direction direction() {
        return direction;
    }

    MessageStatus status() {
        return status;
    }

    long position() {
        return position;
    }

    @Nullable
    ProviderMessageId providerId() {
        return providerId;
    }

    Content content() {
        return content;
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    @Nullable
    ProfileId profileId() {
        return profileId;
    }

    List<MessageEvent> history() {
        return List.copyOf(history);
    }

    Keyset place() {
        return new Keyset(occurredAt, id.value());
    }

    @Nullable
    Instant sendAt() {
        return sendAt;
    }

    void edit(Edit edit, Instant now) {
        content = edit.content();
        billing = edit.estimate();
        if (edit.expiresAt() != null) {
            sendAt = edit.sendAt();
            sendZone = edit.sendZone();
        }
        boolean waits = sendAt != null && sendAt.isAfter(now);
        // One that was queued and is to leave later stays queued: a status never goes down.
        if (status == MessageStatus.SCHEDULED && !waits) {
            say(MessageStatus.QUEUED, MessageEvent.Source.PERSON, now, now, null);
        }
    }

    void learn(ProviderMessageId carriers) {
        providerId = carriers;
    }

    void bill(Billing reported) {
        billing = billing.updatedBy(reported);
    }

    /** Writes down what was said, and moves if it ranks higher. */
    void say(MessageStatus said, MessageEvent.Source source, Instant occurred, Instant now, @Nullable Failure why) {
        boolean moves = status.mayBecome(said);
        history.add(new MessageEvent(said, source, moves, occurred, now, why));
        if (moves) {
            status = said;
            boolean failed = said.coarse() == CoarseStatus.FAILED || said == MessageStatus.UNKNOWN;
            failure = failed ? why : null;
        }
    }

    /** Nobody knows whether it left, and this is what is known: the latest counts, though the status may not move. */
    void doubt(@Nullable Failure known, Instant now) {
        say(MessageStatus.UNKNOWN, MessageEvent.Source.DISPATCH, now, now, known);
        if (status == MessageStatus.UNKNOWN) {
            failure = known;
        }
    }

    void apply(Receipt receipt, Instant now) {
        // A word that we do not know says nothing but that the message stands where it stood.
        MessageStatus said = receipt.status() == null ? status : receipt.status();
        say(said, MessageEvent.Source.PROVIDER, receipt.occurredAt(), now, receipt.failure());
        bill(receipt.billing());
        sentAt = receipt.sentAt() == null ? sentAt : receipt.sentAt();
        completedAt = receipt.completedAt() == null ? completedAt : receipt.completedAt();
    }

    Message snapshot() {
        return new Message(
                id,
                conversation.id(),
                conversation.numberId(),
                profileId,
                direction,
                conversation.number(),
                conversation.peer(),
                content,
                status,
                failure,
                occurredAt,
                sendAt,
                sendZone,
                sentAt,
                completedAt,
                position,
                clientKey,
                providerId,
                billing);
    }
}
