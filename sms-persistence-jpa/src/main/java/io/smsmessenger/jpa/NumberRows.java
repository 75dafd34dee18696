package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;

/** Turns rows into number assignments. */
final class NumberRows {
    static final Columns COLUMNS = Columns.of(
            "id phone owner accountId providerNumberId label isDefault profileId profileSince ownedFrom ownedUntil");

    private NumberRows() {}

    static NumberAssignment assignment(Row row) {
        NumberId id = new NumberId(row.number());
        PhoneNumber phone = new PhoneNumber(row.text());
        UserId owner = new UserId(row.text());
        AccountId account = new AccountId(row.number());
        String providerId = row.textOrNull();
        String label = row.textOrNull();
        boolean isDefault = row.flag();
        Long profile = row.numberOrNull();
        return new NumberAssignment(
                id,
                phone,
                owner,
                account,
                providerId,
                label,
                isDefault,
                profile == null ? null : new ProfileId(profile),
                row.instantOrNull(),
                row.instant(),
                row.instantOrNull());
    }
}
