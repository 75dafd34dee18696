package io.smsmessenger.store;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import java.time.Instant;
import java.util.List;

/**
 * A message that one worker holds, with all that it needs to send it.
 *
 * @param id the message
 * @param token made anew by each claim; without it nothing can be done to the message
 * @param owner whose it is
 * @param accountId the provider account to send through
 * @param numberId the assignment it leaves from
 * @param profileId the profile it was written for
 * @param providerProfileId the provider's id of that profile
 * @param from the number it leaves from
 * @param to who gets it
 * @param content what it says
 * @param reference the reference to plant
 * @param priority which queue it waited in
 * @param probe whether one of its lanes is only being tried: a definite answer is reason to restore it
 * @param attempts how often it passed the gate before
 * @param expiresAt when it may no longer leave
 */
public record Claim(
        MessageId id,
        String token,
        UserId owner,
        AccountId accountId,
        NumberId numberId,
        ProfileId profileId,
        String providerProfileId,
        PhoneNumber from,
        Address to,
        Content content,
        String reference,
        NewOutbound.Priority priority,
        boolean probe,
        int attempts,
        Instant expiresAt) {
    /** The lanes it goes, in the order in which they are locked. */
    public List<Lane> lanes() {
        return List.of(Lane.of(accountId), Lane.of(profileId), Lane.of(numberId));
    }

    @Override
    public String toString() {
        return "Claim[" + id + ", attempt " + (attempts + 1) + "]";
    }
}
