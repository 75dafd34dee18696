package io.smsmessenger.examples.simulator.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phone number of the account.
 *
 * @param id digits, as Telnyx gives them
 * @param phoneNumber E.164
 * @param profileId its messaging profile, or null
 * @param tags as given
 * @param customerReference as given, or null
 * @param createdAt when it was bought
 * @param updatedAt when it was changed
 */
public record OwnNumber(
        String id,
        String phoneNumber,
        @Nullable String profileId,
        List<String> tags,
        @Nullable String customerReference,
        Instant createdAt,
        Instant updatedAt) {

    /** Copies the tags. */
    public OwnNumber {
        tags = List.copyOf(tags);
    }

    /** The same on another profile, or on none. */
    public OwnNumber onProfile(@Nullable String newProfileId, Instant now) {
        return new OwnNumber(id, phoneNumber, newProfileId, tags, customerReference, createdAt, now);
    }

    /** The same with other labels. */
    public OwnNumber labelled(List<String> newTags, @Nullable String reference, Instant now) {
        return new OwnNumber(id, phoneNumber, profileId, newTags, reference, createdAt, now);
    }
}
