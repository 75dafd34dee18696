package io.smsmessenger.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number while one user owns it: ownership is an interval, one open interval a number. Moving the number to another
 * profile opens no new interval.
 *
 * @param id ours
 * @param number the number
 * @param owner whose it is
 * @param accountId the provider account it belongs to
 * @param providerNumberId the provider's id of the number, if known
 * @param label as the user calls it, if they do
 * @param isDefault whether new conversations start from it
 * @param profileId the messaging profile it is on; without one it cannot send
 * @param profileSince since when it is on that profile
 * @param from since when the user owns it
 * @param until until when, null while they do
 */
public record NumberAssignment(
        NumberId id,
        PhoneNumber number,
        UserId owner,
        AccountId accountId,
        @Nullable String providerNumberId,
        @Nullable String label,
        boolean isDefault,
        @Nullable ProfileId profileId,
        @Nullable Instant profileSince,
        Instant from,
        @Nullable Instant until) {
    /** Longest label, in characters. */
    public static final int MAX_LABEL_LENGTH = 100;

    public boolean open() {
        return until == null;
    }

    @Override
    public String toString() {
        return "NumberAssignment[" + id + ", " + owner + (open() ? "]" : ", closed]");
    }
}
