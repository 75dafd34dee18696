package io.smsmessenger.store;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationFilter;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** Conversations. Every method is the owner's: what is another's answers as what is absent. */
public interface ConversationStore {
    /** Latest activity first, then by id descending. One statement, whatever the size and depth. */
    Page<Conversation> page(UserId owner, ConversationFilter filter, PageRequest page);

    Optional<Conversation> find(UserId owner, ConversationId id);

    /** The conversation that was last active with this peer on any open number of the owner's. */
    Optional<Conversation> latestWith(UserId owner, Address peer);

    /** The conversation of this number and peer, made if it is new; empty when the number is not the owner's or closed. */
    Optional<Conversation> open(UserId owner, NumberId number, Address peer, Instant at);

    /**
     * Marks as read what had come in when {@code upTo} was there; never moves back, never hides what came later. Takes
     * a mark of unread away.
     *
     * @return empty when the conversation is not the owner's or the message not in it
     */
    Optional<Conversation> markRead(UserId owner, ConversationId id, MessageId upTo);

    /** Marks the whole conversation as unread, as a reminder; no position moves. */
    Optional<Conversation> markUnread(UserId owner, ConversationId id);

    Optional<Conversation> setState(UserId owner, ConversationId id, ConversationState state);

    /** Inbound texts that the owner has not read, over all conversations. */
    long unreadTotal(UserId owner);
}
