package io.smsmessenger.store;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent. The sender was checked to be the owner's.
 *
 * @param owner whose it is
 * @param numberId the assignment it leaves from
 * @param profileId the profile that the number is on
 * @param peer who gets it
 * @param content what it says
 * @param clientKey the caller's key, unique per owner
 * @param fingerprint a digest of all that makes it the same message when the key comes again
 * @param reference 128 random bits in text, unique over all
 * @param priority which queue it waits in
 * @param campaign the campaign it is a part of, if it is
 * @param guarantee what to do when nobody can find out whether it left
 * @param at when it was handed over
 * @param sendAt when it is to leave, null for at once
 * @param sendZone the zone that was said in, if it was
 * @param expiresAt when it may no longer leave
 * @param estimate encoding and parts as we count them
 */
public record NewOutbound(
        UserId owner,
        NumberId numberId,
        ProfileId profileId,
        Address peer,
        Content content,
        String clientKey,
        String fingerprint,
        String reference,
        Priority priority,
        @Nullable CampaignId campaign,
        Guarantee guarantee,
        Instant at,
        @Nullable Instant sendAt,
        @Nullable ZoneId sendZone,
        Instant expiresAt,
        Billing estimate) {
    /** Which queue a message waits in: the first is served first. */
    public enum Priority {
        ONE_TO_ONE,
        BULK
    }

    @Override
    public String toString() {
        return "NewOutbound[" + owner + ", " + content + "]";
    }
}
