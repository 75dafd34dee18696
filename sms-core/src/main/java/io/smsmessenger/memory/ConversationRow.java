package io.smsmessenger.memory;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Contact;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Keyset;
import io.smsmessenger.store.Previews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation as it changes. Touched under the lock only. */
final class ConversationRow {
    final List<MessageRow> messages = new ArrayList<>();

    private final ConversationId id;
    private final UserId owner;
    private final NumberId numberId;
    private final PhoneNumber number;
    private final Address peer;
    private String preview = "";
    private @Nullable MessageId shown;
    private @Nullable Direction lastDirection;
    private Instant lastActivityAt;
    private long inboundPosition;
    private long readPosition;
    private boolean markedUnread;
    private ConversationState state = ConversationState.OPEN;

    ConversationRow(ConversationId id, NumberAssignment assignment, Address peer, Instant at) {
        this.id = id;
        this.owner = assignment.owner();
        this.numberId = assignment.id();
        this.number = assignment.number();
        this.peer = peer;
        this.lastActivityAt = at;
    }

    ConversationId id() {
        return id;
    }

    UserId owner() {
        return owner;
    }

    NumberId numberId() {
        return numberId;
    }

    PhoneNumber number() {
        return number;
    }

    Address peer() {
        return peer;
    }

    long inboundPosition() {
        return inboundPosition;
    }

    long unreadCount() {
        return inboundPosition - readPosition;
    }

    boolean unread() {
        return markedUnread || unreadCount() > 0;
    }

    ConversationState state() {
        return state;
    }

    Keyset place() {
        return new Keyset(lastActivityAt, id.value());
    }

    /** Counts a text that came in and answers its position. */
    long arrived(Content content, Instant at) {
        state = ConversationState.OPEN;
        show(null, content, Direction.INBOUND, at);
        return ++inboundPosition;
    }

    /** Shows a text of our own as the latest, unless a later one is shown. */
    void show(MessageRow message, Instant at) {
        show(message.id(), message.content(), Direction.OUTBOUND, at);
    }

    private void show(@Nullable MessageId message, Content content, Direction direction, Instant at) {
        if (lastDirection == null || !at.isBefore(lastActivityAt)) {
            shown = message;
            preview = Previews.of(content);
            lastDirection = direction;
        }
        if (at.isAfter(lastActivityAt)) {
            lastActivityAt = at;
        }
    }

    /** Shows the new words of a text of our own, if it is the one that is shown. */
    void reword(MessageRow message) {
        if (message.id().equals(shown)) {
            preview = Previews.of(message.content());
        }
    }

    void read(long upTo) {
        readPosition = Math.max(readPosition, upTo);
        markedUnread = false;
    }

    void markUnread() {
        markedUnread = true;
    }

    void become(ConversationState wanted) {
        state = wanted;
    }

    Conversation snapshot(Tables tables) {
        Contact contact = tables.contact(owner, peer);
        return new Conversation(
                id,
                numberId,
                number,
                peer,
                contact == null ? null : contact.name(),
                contact == null ? null : contact.id(),
                preview,
                lastDirection,
                lastActivityAt,
                inboundPosition,
                readPosition,
                markedUnread,
                state);
    }
}
