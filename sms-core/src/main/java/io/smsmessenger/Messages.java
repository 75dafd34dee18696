package io.smsmessenger;

import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import java.util.List;
import java.util.Optional;

/** A user's own messages. */
public final class Messages {
    private final House house;
    private final UserId owner;

    Messages(House house, UserId owner) {
        this.house = house;
        this.owner = owner;
    }

    /** A conversation's messages, newest first. */
    public Page<Message> list(ConversationId conversation, PageRequest page) {
        return house.store().messages().page(owner, conversation, page).orElseThrow(House.notFound());
    }

    public Optional<Message> find(MessageId id) {
        return house.store().messages().find(owner, id);
    }

    public Message get(MessageId id) {
        return find(id).orElseThrow(House.notFound());
    }

    /** What happened to a message, in the order it was written down; events that moved nothing included. */
    public List<MessageEvent> history(MessageId id) {
        return house.store().messages().history(owner, id).orElseThrow(House.notFound());
    }

    /**
     * Calls a message back before it leaves.
     *
     * @throws SmsException {@link Problem#TOO_LATE} when it is on its way or has ended
     */
    public Message cancel(MessageId id) {
        return house.outgoing().cancel(owner, id).orElseThrow(() -> {
            get(id);
            return new SmsException(Problem.TOO_LATE, "The message is on its way already, or has ended.");
        });
    }
}
