package io.smsmessenger.model;

import org.jspecify.annotations.Nullable;

/**
 * One row of a campaign as it stands.
 *
 * @param recipient as it was added
 * @param state where it stands
 * @param message its message, once handed over
 * @param problem why it was refused, if it was
 * @param detail what to do about it, without private data
 */
public record CampaignRecipient(
        Recipient recipient,
        State state,
        @Nullable MessageId message,
        @Nullable Problem problem,
        @Nullable String detail) {
    /** Where a row stands. */
    public enum State {
        /** Not handed over yet; in a cancelled campaign it never will be. */
        WAITING,
        /** A message of its own tells the rest. */
        HANDED_OVER,
        /** Cannot be texted; the others go on. */
        REFUSED
    }
}
