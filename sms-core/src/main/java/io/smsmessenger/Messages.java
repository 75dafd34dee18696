package io.smsmessenger;

import io.smsmessenger.model.Change;
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

    /**
     * Changes a message before it leaves: its words, its time or both, judged as a draft is. Its key stays; the first
     * draft handed over again still is this message.
     *
     * @throws SmsException {@link Problem#TOO_LATE} when it has been on its way once or has ended, or as
     *     {@link UserMessenger#send}; nothing was changed
     */
    public Message edit(MessageId id, Change change) {
        return house.outgoing()
                .edit(owner, get(id), change)
                .orElseThrow(() -> new SmsException(
                        Problem.TOO_LATE, "The message is on its way already, or has ended: write a new one."));
    }

    /**
     * Sends a message once more that a person does not want to leave as it is. One that failed, expired, was blocked or
     * called back becomes a new message, from the same number while it is the user's, judged as any draft; asking
     * twice makes one. One of unknown outcome is itself tried again: if the carrier had it after all, a second copy
     * arrives.
     *
     * @return the message that is on its way now
     * @throws SmsException {@link Problem#WRONG_STATE} when it is on its way, or the carrier has it, or as
     *     {@link UserMessenger#send}
     */
    public Message retry(MessageId id) {
        return house.outgoing().retry(owner, get(id));
    }

    /**
     * Ends a message of unknown outcome as failed, so that nobody looks for it any more. If it arrived after all, a late
     * receipt still says so.
     *
     * @throws SmsException {@link Problem#WRONG_STATE} when its outcome is not unknown
     */
    public Message giveUp(MessageId id) {
        get(id);
        return house.outgoing()
                .giveUp(owner, id)
                .orElseThrow(() -> new SmsException(
                        Problem.WRONG_STATE, "Only a message of unknown outcome can be given up: look again."));
    }
}
