package io.smsmessenger;

import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.UserId;
import io.smsmessenger.model.Verdict;

/**
 * Everything one user may do with texts. Whoever holds it acts as that user and can reach nothing of anybody else's:
 * what is not theirs answers exactly like what does not exist. Cheap to make, safe for use by many threads.
 */
public final class UserMessenger {
    private final House house;
    private final UserId owner;

    UserMessenger(House house, UserId owner) {
        this.house = house;
        this.owner = owner;
    }

    public UserId owner() {
        return owner;
    }

    /**
     * Hands a text over to be sent, in the calling thread's transaction where the store can join it: if that rolls
     * back, nothing was sent. Once committed it is never forgotten; what becomes of it is its status. The same draft
     * handed over again is the same message.
     *
     * @throws io.smsmessenger.model.SmsException with the reason when it may not be sent; nothing was kept
     */
    public Message send(Draft draft) {
        return house.outgoing().send(owner, draft);
    }

    /** What {@link #send} would do with a draft, and why; changes nothing. */
    public Verdict check(Draft draft) {
        return house.outgoing().check(owner, draft);
    }

    /**
     * Sends a text to the peer of a conversation, from the number it belongs to.
     *
     * @throws io.smsmessenger.model.SmsException {@link io.smsmessenger.model.Problem#NOT_FOUND} or as {@link #send}
     */
    public Message reply(ConversationId conversation, String text) {
        Conversation to = conversations().get(conversation);
        return send(Draft.to(to.peer(), text).from(to.number()));
    }

    public Numbers numbers() {
        return new Numbers(house, owner);
    }

    public Profiles profiles() {
        return new Profiles(house, owner);
    }

    public Conversations conversations() {
        return new Conversations(house, owner);
    }

    public Messages messages() {
        return new Messages(house, owner);
    }

    public Contacts contacts() {
        return new Contacts(house, owner);
    }

    /** Texts to many. */
    public Campaigns campaigns() {
        return new Campaigns(house, owner);
    }
}
