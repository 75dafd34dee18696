package io.smsmessenger.store;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who owns which number, since when and until when. */
public interface NumberStore {
    /**
     * Opens an ownership interval. A number becomes the default when its user has no
     * other open one. For the user who owns the number
     * already, the open assignment comes back unchanged. Intervals of a number never overlap, whatever the clocks of
     * two nodes say: one begins no earlier than the latest end before it.
     *
     * @throws io.smsmessenger.model.SmsException {@link io.smsmessenger.model.Problem#NUMBER_TAKEN} when another user
     *     owns it, {@link io.smsmessenger.model.Problem#NOT_FOUND} when the profile does not exist
     */
    NumberAssignment assign(NewAssignment assignment);

    /**
     * Closes the open interval. It can send no more, keeps its history, and texts from before {@code at} still go to
     * its owner. It ends no earlier than it began.
     *
     * @return the closed assignment, empty when nobody owns the number
     */
    Optional<NumberAssignment> release(PhoneNumber number, Instant at);

    /** The user's open assignments, default first, then by id. */
    List<NumberAssignment> ownedBy(UserId owner);

    /** The user's assignment of this id, open or closed. */
    Optional<NumberAssignment> find(UserId owner, NumberId id);

    /** Who owned the number at a time: {@code from <= at < until}. */
    Optional<NumberAssignment> ownedAt(PhoneNumber number, Instant at);

    /** Changes what the user calls an open assignment; empty when it is not theirs or closed. */
    Optional<NumberAssignment> label(UserId owner, NumberId id, @Nullable String label);

    /** Makes an open assignment the user's default, and no other; empty when it is not theirs or closed. */
    Optional<NumberAssignment> makeDefault(UserId owner, NumberId id);

    /**
     * Puts an open assignment on a profile, or with null on none; empty when the assignment is not theirs or closed. On
     * the profile that it is on already nothing changes, its {@code profileSince} neither.
     *
     * @throws io.smsmessenger.model.SmsException {@link io.smsmessenger.model.Problem#NOT_FOUND} when the profile does
     *     not exist in the number's account
     */
    Optional<NumberAssignment> putOnProfile(UserId owner, NumberId id, @Nullable ProfileId profile, Instant at);

    /**
     * What an ownership interval starts with.
     *
     * @param number the number
     * @param owner whose it becomes
     * @param accountId the provider account it belongs to
     * @param providerNumberId the provider's id of it, if known
     * @param label as the user calls it, if they do
     * @param profileId the profile it is on, if any
     * @param at since when
     */
    record NewAssignment(
            PhoneNumber number,
            UserId owner,
            AccountId accountId,
            @Nullable String providerNumberId,
            @Nullable String label,
            @Nullable ProfileId profileId,
            Instant at) {}
}
