package io.smsmessenger.spring.rest;

import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.Direction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All texts between one of the user's numbers and one peer.
 *
 * @param id ours
 * @param numberId the user's number
 * @param number the same in E.164
 * @param peer the other end: E.164, a short code or a sender's name
 * @param peerName the contact's name
 * @param contactId the contact
 * @param preview how the latest text begins
 * @param lastDirection which way the latest text went
 * @param lastActivityAt when it last changed
 * @param unread whether to show it as unread: something came in, or the user marked it
 * @param unreadCount texts that came in and were not read
 * @param state OPEN or DONE
 */
record ConversationView(
        String id,
        String numberId,
        String number,
        String peer,
        @Nullable String peerName,
        @Nullable String contactId,
        String preview,
        @Nullable Direction lastDirection,
        Instant lastActivityAt,
        boolean unread,
        long unreadCount,
        ConversationState state) {
    static ConversationView of(Conversation conversation) {
        return new ConversationView(
                conversation.id().toString(),
                conversation.numberId().toString(),
                conversation.number().value(),
                conversation.peer().value(),
                conversation.peerName(),
                conversation.contactId() == null
                        ? null
                        : conversation.contactId().toString(),
                conversation.preview(),
                conversation.lastDirection(),
                conversation.lastActivityAt(),
                conversation.unread(),
                conversation.unreadCount(),
                conversation.state());
    }
}
