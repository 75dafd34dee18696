package io.smsmessenger;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Contact;
import io.smsmessenger.model.ContactId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.ContactStore.ContactDetails;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user's own contacts. Every method that changes one answers {@code NOT_FOUND} for one that is not theirs. */
public final class Contacts {
    /** Longest text that can be looked for, in characters. */
    public static final int MAX_SEARCH_LENGTH = 100;

    private final House house;
    private final UserId owner;

    Contacts(House house, UserId owner) {
        this.house = house;
        this.owner = owner;
    }

    /** First made first; {@code text} keeps those whose name, number or external id holds it. */
    public Page<Contact> list(@Nullable String text, PageRequest page) {
        String wanted = Fields.optional("text to look for", text, MAX_SEARCH_LENGTH);
        return house.store().contacts().page(owner, wanted, page);
    }

    public Optional<Contact> find(ContactId id) {
        return house.store().contacts().find(owner, id);
    }

    public Contact get(ContactId id) {
        return find(id).orElseThrow(House.notFound());
    }

    public Optional<Contact> byAddress(Address address) {
        return house.store().contacts().byAddress(owner, address);
    }

    /**
     * Adds a contact; conversations with that address show its name from now on.
     *
     * @throws io.smsmessenger.model.SmsException {@link io.smsmessenger.model.Problem#DUPLICATE_CONTACT}
     */
    public Contact add(@Nullable String name, Address address, @Nullable String externalId) {
        return house.store().contacts().add(owner, details(name, address, externalId), house.now());
    }

    /**
     * Replaces a contact's details.
     *
     * @param id which
     * @param name as the user calls them
     * @param address where they are reached
     * @param externalId the host's own id for them
     * @param version the version that was read, null to overwrite
     * @throws io.smsmessenger.model.SmsException {@link io.smsmessenger.model.Problem#STALE_VERSION} or
     *     {@link io.smsmessenger.model.Problem#DUPLICATE_CONTACT}
     */
    public Contact change(
            ContactId id, @Nullable String name, Address address, @Nullable String externalId, @Nullable Long version) {
        return house.store()
                .contacts()
                .change(owner, id, details(name, address, externalId), version, house.now())
                .orElseThrow(House.notFound());
    }

    /** Removes a contact; the conversations stay, without its name. */
    public void remove(ContactId id) {
        if (!house.store().contacts().remove(owner, id)) {
            throw House.notFound().get();
        }
    }

    private static ContactDetails details(@Nullable String name, Address address, @Nullable String externalId) {
        return new ContactDetails(
                Fields.optional("name", name, Contact.MAX_NAME_LENGTH),
                address,
                Fields.optional("external id", externalId, Contact.MAX_EXTERNAL_ID_LENGTH));
    }
}
