package io.smsmessenger.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a user texts with: a snapshot. Unique per owner by address, and by external id.
 *
 * @param id ours
 * @param name as the user calls them, if they do
 * @param address where they are reached
 * @param externalId the host's own id for them (CRM, ERP), if any
 * @param version goes up with each change; hand it back to change safely
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
public record Contact(
        ContactId id,
        @Nullable String name,
        Address address,
        @Nullable String externalId,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    /** Longest name, in characters. */
    public static final int MAX_NAME_LENGTH = 200;

    /** Longest external id, in characters. */
    public static final int MAX_EXTERNAL_ID_LENGTH = 190;

    @Override
    public String toString() {
        return "Contact[" + id + ", version " + version + "]";
    }
}
