package io.smsmessenger.model;

import java.time.Duration;
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
 * @param validUntil after when none of its texts leaves any more; null {@link #DEFAULT_TIME_TO_LIVE} after each was
 *     handed over or, where the recipient has quiet hours then, after these
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

    /**
     * How long a text may still leave when the campaign names no last moment. Much longer than a single text's, for
     * nobody awaits it: a pause over a weekend, a night of quiet hours or a long queue must not lose it.
     */
    public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofDays(30);

    @Override
    public String toString() {
        return "Campaign[" + id + ", " + state + "]";
    }
}
