package io.smsmessenger.store;

import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import java.util.List;
import java.util.Optional;

/** Messages, to read. Every method is the owner's: what is another's answers as what is absent. */
public interface MessageStore {
    /**
     * Newest first by {@code occurredAt}, then by id descending.
     *
     * @return empty when the conversation is not the owner's
     */
    Optional<Page<Message>> page(UserId owner, ConversationId conversation, PageRequest page);

    Optional<Message> find(UserId owner, MessageId id);

    /**
     * What happened to a message, in the order it was written down.
     *
     * @return empty when the message is not the owner's
     */
    Optional<List<MessageEvent>> history(UserId owner, MessageId id);
}
