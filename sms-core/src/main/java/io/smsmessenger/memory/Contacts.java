package io.smsmessenger.memory;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Contact;
import io.smsmessenger.model.ContactId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.ContactStore;
import io.smsmessenger.store.Keyset;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations look their contact up when they are read, so nothing has to be carried over to them here. */
final class Contacts implements ContactStore {
    private final Tables tables;

    Contacts(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Contact add(UserId owner, ContactDetails details, Instant at) {
        return tables.atomically(() -> {
            requireUnique(owner, details, null);
            return put(owner, contact(new ContactId(tables.nextId()), details, 0, at, at));
        });
    }

    @Override
    public Optional<Contact> find(UserId owner, ContactId id) {
        return tables.atomically(
                () -> Optional.ofNullable(tables.contactsOf(owner).get(id.value())));
    }

    @Override
    public Optional<Contact> byAddress(UserId owner, Address address) {
        return tables.atomically(() -> Optional.ofNullable(tables.contact(owner, address)));
    }

    @Override
    public Optional<Contact> byExternalId(UserId owner, String externalId) {
        return tables.atomically(
                () -> Optional.ofNullable(tables.contactsByExternalId.get(new Tables.ExternalKey(owner, externalId))));
    }

    @Override
    public Page<Contact> page(UserId owner, @Nullable String text, PageRequest page) {
        return tables.atomically(() -> {
            List<Contact> found = tables.contactsOf(owner).values().stream()
                    .filter(contact -> text == null || holds(contact, text.toLowerCase(Locale.ROOT)))
                    .toList();
            return Pages.cut(
                    found, contact -> new Keyset(Instant.EPOCH, contact.id().value()), Pages.FIRST_MADE_FIRST, page);
        });
    }

    @Override
    public Optional<Contact> change(
            UserId owner, ContactId id, ContactDetails details, @Nullable Long version, Instant at) {
        return tables.atomically(() -> find(owner, id).map(known -> {
            if (version != null && version != known.version()) {
                throw new SmsException(Problem.STALE_VERSION, "The contact was changed since it was read.");
            }
            requireUnique(owner, details, id);
            forget(owner, known);
            return put(owner, contact(id, details, known.version() + 1, known.createdAt(), at));
        }));
    }

    @Override
    public boolean remove(UserId owner, ContactId id) {
        return tables.atomically(() -> {
            Optional<Contact> known = find(owner, id);
            known.ifPresent(contact -> forget(owner, contact));
            return known.isPresent();
        });
    }

    private static boolean holds(Contact contact, String lowerCase) {
        return holds(contact.name(), lowerCase)
                || holds(contact.address().value(), lowerCase)
                || holds(contact.externalId(), lowerCase);
    }

    private static boolean holds(@Nullable String field, String lowerCase) {
        return field != null && field.toLowerCase(Locale.ROOT).contains(lowerCase);
    }

    private void requireUnique(UserId owner, ContactDetails details, @Nullable ContactId self) {
        Contact sameAddress = tables.contact(owner, details.address());
        Contact sameExternalId = details.externalId() == null
                ? null
                : tables.contactsByExternalId.get(new Tables.ExternalKey(owner, details.externalId()));
        if (isOther(sameAddress, self) || isOther(sameExternalId, self)) {
            throw new SmsException(
                    Problem.DUPLICATE_CONTACT, "Another contact of this user has this address or external id.");
        }
    }

    private static boolean isOther(@Nullable Contact found, @Nullable ContactId self) {
        return found != null && !found.id().equals(self);
    }

    private static Contact contact(
            ContactId id, ContactDetails details, long version, Instant createdAt, Instant updatedAt) {
        return new Contact(id, details.name(), details.address(), details.externalId(), version, createdAt, updatedAt);
    }

    private Contact put(UserId owner, Contact contact) {
        tables.contactsOf(owner).put(contact.id().value(), contact);
        tables.contactsByAddress.put(new Tables.ContactKey(owner, contact.address()), contact);
        if (contact.externalId() != null) {
            tables.contactsByExternalId.put(new Tables.ExternalKey(owner, contact.externalId()), contact);
        }
        return contact;
    }

    private void forget(UserId owner, Contact contact) {
        tables.contactsOf(owner).remove(contact.id().value());
        tables.contactsByAddress.remove(new Tables.ContactKey(owner, contact.address()));
        if (contact.externalId() != null) {
            tables.contactsByExternalId.remove(new Tables.ExternalKey(owner, contact.externalId()));
        }
    }
}
