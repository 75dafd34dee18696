package io.smsmessenger.memory;

import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.ProfileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A number assignment with one thing changed. */
final class Assignments {
    private Assignments() {}

    static NumberAssignment labelled(NumberAssignment row, @Nullable String label) {
        return copy(row, label, row.isDefault(), row.profileId(), row.profileSince(), row.until());
    }

    static NumberAssignment byDefault(NumberAssignment row, boolean isDefault) {
        return copy(row, row.label(), isDefault, row.profileId(), row.profileSince(), row.until());
    }

    static NumberAssignment onProfile(NumberAssignment row, @Nullable ProfileId profile, Instant at) {
        return copy(row, row.label(), row.isDefault(), profile, profile == null ? null : at, row.until());
    }

    static NumberAssignment closed(NumberAssignment row, Instant at) {
        return copy(row, row.label(), false, row.profileId(), row.profileSince(), at);
    }

    private static NumberAssignment copy(
            NumberAssignment row,
            @Nullable String label,
            boolean isDefault,
            @Nullable ProfileId profile,
            @Nullable Instant profileSince,
            @Nullable Instant until) {
        return new NumberAssignment(
                row.id(),
                row.number(),
                row.owner(),
                row.accountId(),
                row.providerNumberId(),
                label,
                isDefault,
                profile,
                profileSince,
                row.from(),
                until);
    }
}
