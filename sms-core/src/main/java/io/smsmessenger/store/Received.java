package io.smsmessenger.store;

import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.UserId;
import org.jspecify.annotations.Nullable;

/** What became of an inbound text. */
public sealed interface Received {
    /**
     * It is in its owner's conversation.
     *
     * @param owner whose it is
     * @param conversation as it stands now
     * @param message the text
     * @param consentChanged the scope in which the peer opted out or in by it, null when nothing changed
     */
    record Stored(
            UserId owner,
            Conversation conversation,
            Message message,
            @Nullable ConsentScope consentChanged) implements Received {}

    /** It was there already. */
    record Duplicate() implements Received {}

    /** Nobody owned the number then: kept for the operator, shown to no user. */
    record Unowned() implements Received {}
}
