package io.smsmessenger.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All texts between one of the user's numbers and one peer, for as long as the user owns the number: a snapshot.
 *
 * @param id ours
 * @param numberId the assignment it belongs to
 * @param number the user's number
 * @param peer the other end
 * @param peerName the contact's name, if there is one
 * @param contactId the contact, if there is one
 * @param preview the beginning of the latest text, up to {@link #PREVIEW_LENGTH} characters
 * @param lastDirection which way the latest text went, null before the first
 * @param lastActivityAt when it last changed
 * @param inboundPosition how many texts came in so far
 * @param readPosition how many of them were read
 * @param markedUnread whether the user asked to see it as unread
 * @param state open or done
 */
public record Conversation(
        ConversationId id,
        NumberId numberId,
        PhoneNumber number,
        Address peer,
        @Nullable String peerName,
        @Nullable ContactId contactId,
        String preview,
        @Nullable Direction lastDirection,
        Instant lastActivityAt,
        long inboundPosition,
        long readPosition,
        boolean markedUnread,
        ConversationState state) {
    /** Longest preview kept on the conversation, in UTF-16 units; no surrogate pair is split. */
    public static final int PREVIEW_LENGTH = 120;

    /** Texts that came in and were not read. */
    public long unreadCount() {
        return inboundPosition - readPosition;
    }

    public boolean unread() {
        return markedUnread || inboundPosition > readPosition;
    }

    @Override
    public String toString() {
        return "Conversation[" + id + ", " + unreadCount() + " unread, " + state + "]";
    }
}
