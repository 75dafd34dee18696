package io.smsmessenger.model;

import java.time.Instant;

/** Something happened to a user's texts. Told after it was committed. */
public sealed interface SmsEvent {
    /** Whose it is. */
    UserId owner();

    /** When we noticed. */
    Instant at();

    /** A text came in. */
    record MessageReceived(UserId owner, Instant at, Message message) implements SmsEvent {}

    /** A text was handed to us to send. */
    record MessageQueued(UserId owner, Instant at, Message message) implements SmsEvent {}

    /** A text of the user's moved on. */
    record MessageStatusChanged(UserId owner, Instant at, Message message, MessageStatus previous)
            implements SmsEvent {}

    /** A text that had not left was changed: its words, its time or both. */
    record MessageEdited(UserId owner, Instant at, Message message) implements SmsEvent {}

    /** A campaign moved on. */
    record CampaignChanged(UserId owner, Instant at, Campaign campaign) implements SmsEvent {}

    /** A conversation's state, read position or preview changed. */
    record ConversationChanged(UserId owner, Instant at, Conversation conversation) implements SmsEvent {}

    /** A peer opted out, or in again. */
    record OptOutChanged(UserId owner, Instant at, ConsentScope scope, Address peer, boolean optedOut)
            implements SmsEvent {
        @Override
        public String toString() {
            return "OptOutChanged[" + owner + ", " + scope + ", " + optedOut + "]";
        }
    }
}
