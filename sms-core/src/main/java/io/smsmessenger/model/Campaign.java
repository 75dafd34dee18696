package io.smsmessenger.model;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One text to many, each a message of its own: a snapshot.
 *
 * @param id ours
 * @param owner whose it is
 * @param name as the user calls it
 * @param content what it says; {@code {{name}}} stands for the recipient's field of that name
 * @param from the user's number to send from; null lets us choose for each recipient
 * @param state where it stands
 * @param sendAt when it starts to leave; null as soon as it runs
 * @param zone the time zone that {@code sendAt} was said in, if it was
 * @param validUntil after when none of its texts leaves any more; null four hours after each was handed over
 * @param createdAt when it was made
 * @param finishedAt when it was cancelled, or the last of its texts had left
 */
public record Campaign(
        CampaignId id,
        UserId owner,
        String name,
        Content content,
        @Nullable PhoneNumber from,
        CampaignState state,
        @Nullable Instant sendAt,
        @Nullable ZoneId zone,
        @Nullable Instant validUntil,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    /** Longest name, in characters. */
    public static final int MAX_NAME_LENGTH = 200;

    @Override
    public String toString() {
        return "Campaign[" + id + ", " + state + "]";
    }
}
