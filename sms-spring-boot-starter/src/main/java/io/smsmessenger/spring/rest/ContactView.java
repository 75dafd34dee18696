package io.smsmessenger.spring.rest;

import io.smsmessenger.model.Contact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the user texts with.
 *
 * @param id ours
 * @param name as the user calls them
 * @param phone where they are reached: E.164, or a short code or name that the host has entered
 * @param externalId the host's own id for them
 * @param version goes up with each change; the ETag holds it, too
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
record ContactView(
        String id,
        @Nullable String name,
        String phone,
        @Nullable String externalId,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static ContactView of(Contact contact) {
        return new ContactView(
                contact.id().toString(),
                contact.name(),
                contact.address().value(),
                contact.externalId(),
                contact.version(),
                contact.createdAt(),
                contact.updatedAt());
    }
}
