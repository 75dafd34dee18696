package io.smsmessenger.store;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.Recipient;

/**
 * A row of a running campaign that one worker turns into a message. Another may come to hold it once the lease ran out;
 * both then use the same {@link #clientKey()}, so there is one message all the same.
 *
 * @param rowId the row's number
 * @param campaign whose row it is
 * @param recipient who gets it
 */
public record Feed(long rowId, Campaign campaign, Recipient recipient) {
    /** The key of the row's message, the same whoever hands it over and how often. */
    public String clientKey() {
        return campaign.id() + "." + rowId;
    }

    @Override
    public String toString() {
        return "Feed[" + rowId + ", " + campaign.id() + "]";
    }
}
