package io.smsmessenger.spring.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smsmessenger.model.NumberAssignment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the user's numbers.
 *
 * @param id ours
 * @param number in E.164
 * @param label as the user calls it
 * @param isDefault whether new conversations start from it
 * @param profileId the messaging profile it is on; without one it cannot send
 * @param profileSince since when
 * @param ownedSince since when it is the user's
 */
record NumberView(
        String id,
        String number,
        @Nullable String label,
        @JsonProperty("default") boolean isDefault,
        @Nullable String profileId,
        @Nullable Instant profileSince,
        Instant ownedSince) {
    static NumberView of(NumberAssignment number) {
        return new NumberView(
                number.id().toString(),
                number.number().value(),
                number.label(),
                number.isDefault(),
                number.profileId() == null ? null : number.profileId().toString(),
                number.profileSince(),
                number.from());
    }
}
