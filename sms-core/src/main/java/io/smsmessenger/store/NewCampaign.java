package io.smsmessenger.store;

import io.smsmessenger.model.Content;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.UserId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A campaign to be made, a draft at first. What it holds was checked.
 *
 * @param owner whose it is
 * @param name as the user calls it
 * @param content what it says, placeholders included
 * @param from the number to send from, null to choose for each recipient
 * @param sendAt when it starts to leave, null as soon as it runs
 * @param zone the zone that was said in
 * @param validUntil after when none of its texts leaves, null for the usual time to live
 * @param at when it was made
 */
public record NewCampaign(
        UserId owner,
        String name,
        Content content,
        @Nullable PhoneNumber from,
        @Nullable Instant sendAt,
        @Nullable ZoneId zone,
        @Nullable Instant validUntil,
        Instant at) {
    @Override
    public String toString() {
        return "NewCampaign[" + owner + "]";
    }
}
