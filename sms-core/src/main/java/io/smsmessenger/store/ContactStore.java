package io.smsmessenger.store;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Contact;
import io.smsmessenger.model.ContactId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contacts. Every method is the owner's: what is another's answers as what is absent. */
public interface ContactStore {
    /**
     * Adds a contact and links it to the owner's conversations with that address.
     *
     * @throws io.smsmessenger.model.SmsException {@link io.smsmessenger.model.Problem#DUPLICATE_CONTACT} when the owner
     *     has one with this address or external id
     */
    Contact add(UserId owner, ContactDetails details, Instant at);

    Optional<Contact> find(UserId owner, ContactId id);

    Optional<Contact> byAddress(UserId owner, Address address);

    Optional<Contact> byExternalId(UserId owner, String externalId);

    /** By id, first made first. {@code text} keeps those whose name, number or external id holds it, whatever the case. */
    Page<Contact> page(UserId owner, @Nullable String text, PageRequest page);

    /**
     * Replaces all details and carries name and link over to the owner's conversations.
     *
     * @param version the version that was read; null to overwrite whatever is there
     * @throws io.smsmessenger.model.SmsException {@link io.smsmessenger.model.Problem#STALE_VERSION} when it was changed
     *     since, {@link io.smsmessenger.model.Problem#DUPLICATE_CONTACT} as in {@link #add}
     */
    Optional<Contact> change(UserId owner, ContactId id, ContactDetails details, @Nullable Long version, Instant at);

    /** Removes the contact and its name from the owner's conversations, which stay. */
    boolean remove(UserId owner, ContactId id);

    /**
     * What a user knows of a contact.
     *
     * @param name as they call them
     * @param address where they are reached
     * @param externalId the host's own id for them
     */
    record ContactDetails(
            @Nullable String name,
            Address address,
            @Nullable String externalId) {
        @Override
        public String toString() {
            return "ContactDetails[]";
        }
    }
}
