package io.smsmessenger.store;

import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.UserId;

/**
 * A message that moved.
 *
 * @param owner whose it is
 * @param message as it stands now
 * @param previous where it stood
 */
public record StatusChange(UserId owner, Message message, MessageStatus previous) {
    public boolean moved() {
        return message.status() != previous;
    }
}
