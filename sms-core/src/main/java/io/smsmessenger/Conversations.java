package io.smsmessenger;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationFilter;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.UserId;
import java.util.Optional;

/** A user's own conversations. Every method that changes one answers {@code NOT_FOUND} for one that is not theirs. */
public final class Conversations {
    private final House house;
    private final UserId owner;

    Conversations(House house, UserId owner) {
        this.house = house;
        this.owner = owner;
    }

    /** Latest activity first. */
    public Page<Conversation> list(ConversationFilter filter, PageRequest page) {
        return house.store().conversations().page(owner, filter, page);
    }

    public Page<Conversation> list(PageRequest page) {
        return list(ConversationFilter.all(), page);
    }

    public Optional<Conversation> find(ConversationId id) {
        return house.store().conversations().find(owner, id);
    }

    public Conversation get(ConversationId id) {
        return find(id).orElseThrow(House.notFound());
    }

    /** The conversation of one of the user's numbers with a peer, begun if there is none yet. */
    public Conversation open(NumberId number, Address peer) {
        return house.store()
                .conversations()
                .open(owner, number, peer, house.now())
                .orElseThrow(House.notFound());
    }

    /** Marks as read what had come in when this message was there; what came in later stays unread. */
    public Conversation markRead(ConversationId id, MessageId upTo) {
        return changed(house.store().conversations().markRead(owner, id, upTo));
    }

    /** Shows the conversation as unread, as a reminder. */
    public Conversation markUnread(ConversationId id) {
        return changed(house.store().conversations().markUnread(owner, id));
    }

    /** Puts the conversation away until the next text comes in. */
    public Conversation done(ConversationId id) {
        return changed(house.store().conversations().setState(owner, id, ConversationState.DONE));
    }

    public Conversation reopen(ConversationId id) {
        return changed(house.store().conversations().setState(owner, id, ConversationState.OPEN));
    }

    /** Texts that came in and were not read, over all conversations. */
    public long unreadTotal() {
        return house.store().conversations().unreadTotal(owner);
    }

    private Conversation changed(Optional<Conversation> conversation) {
        Conversation now = conversation.orElseThrow(House.notFound());
        house.tell(new SmsEvent.ConversationChanged(owner, house.now(), now));
        return now;
    }
}
