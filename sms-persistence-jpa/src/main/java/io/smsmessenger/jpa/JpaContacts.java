package io.smsmessenger.jpa;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contacts, and their names on the owner's conversations. */
final class JpaContacts implements ContactStore {
    private static final String SELECT = "select " + ContactRows.COLUMNS.jpql("k") + " from SmsContact k";
    private static final String INSERT = Columns.of(
                    "id owner name address externalId searchText version createdAt updatedAt")
            .insertInto("sms_contact");
    private static final String UPDATE =
            "update sms_contact set name = ?, address = ?, external_id = ?, search_text = ?,"
                    + " version = version + 1, updated_at = ? where id = ? and owner = ? and version = ?";

    private final Transactions transactions;

    JpaContacts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Contact add(UserId owner, ContactDetails details, Instant at) {
        return transactions.join(tx -> {
            long id = tx.nextId();
            long micros = Times.micros(at);
            if (!tx.insertNew(
                    INSERT,
                    id,
                    owner.value(),
                    details.name(),
                    details.address().value(),
                    details.externalId(),
                    ContactRows.searchText(details),
                    0L,
                    micros,
                    micros)) {
                throw duplicate();
            }
            ContactLinks.name(tx, owner, details.address(), id, details.name());
            return find(tx, owner, new ContactId(id)).orElseThrow();
        });
    }

    @Override
    public Optional<Contact> find(UserId owner, ContactId id) {
        return transactions.join(tx -> find(tx, owner, id));
    }

    @Override
    public Optional<Contact> byAddress(UserId owner, Address address) {
        return transactions.join(
                tx -> tx.readOne(SELECT + " where k.owner = ?1 and k.address = ?2", owner.value(), address.value())
                        .map(ContactRows::contact));
    }

    @Override
    public Optional<Contact> byExternalId(UserId owner, String externalId) {
        return transactions.join(
                tx -> tx.readOne(SELECT + " where k.owner = ?1 and k.externalId = ?2", owner.value(), externalId)
                        .map(ContactRows::contact));
    }

    @Override
    public Page<Contact> page(UserId owner, @Nullable String text, PageRequest request) {
        Keyset place = Pages.place(request);
        boolean backward = request.before() != null;
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(owner.value());
        StringBuilder jpql = new StringBuilder(SELECT).append(" where k.owner = ?1");
        if (text != null) {
            parameters.add(ContactRows.pattern(text));
            jpql.append(" and k.searchText like ?2 escape '!'");
        }
        if (place != null) {
            parameters.add(place.id());
            jpql.append(backward ? " and k.id < ?" : " and k.id > ?").append(parameters.size());
        }
        jpql.append(backward ? " order by k.id desc" : " order by k.id");
        return transactions.join(tx -> Pages.cut(
                request,
                tx.read(request.limit() + 1, jpql.toString(), parameters.toArray()).stream()
                        .map(ContactRows::contact)
                        .toList(),
                contact -> new Keyset(Instant.EPOCH, contact.id().value())));
    }

    @Override
    public Optional<Contact> change(
            UserId owner, ContactId id, ContactDetails details, @Nullable Long version, Instant at) {
        return transactions.join(tx -> {
            Optional<Contact> before = locked(tx, owner, id);
            if (before.isEmpty()) {
                return before;
            }
            if (version != null && before.get().version() != version) {
                throw new SmsException(
                        Problem.STALE_VERSION, "The contact was changed since it was read: read it again.");
            }
            // Asked first, so that only a race makes a driver log a violated key, which holds the number.
            if (taken(tx, owner, id, details)) {
                throw duplicate();
            }
            int changed = tx.updateUnlessTaken(
                    UPDATE,
                    details.name(),
                    details.address().value(),
                    details.externalId(),
                    ContactRows.searchText(details),
                    Times.micros(at),
                    id.value(),
                    owner.value(),
                    before.get().version());
            if (changed < 0) {
                throw duplicate();
            }
            if (!before.get().address().equals(details.address())) {
                ContactLinks.name(tx, owner, before.get().address(), null, null);
            }
            ContactLinks.name(tx, owner, details.address(), id.value(), details.name());
            return find(tx, owner, id);
        });
    }

    @Override
    public boolean remove(UserId owner, ContactId id) {
        return transactions.join(tx -> {
            Optional<Contact> contact = locked(tx, owner, id);
            contact.ifPresent(removed -> {
                tx.change("delete from SmsContact k where k.id = ?1 and k.owner = ?2", id.value(), owner.value());
                ContactLinks.name(tx, owner, removed.address(), null, null);
            });
            return contact.isPresent();
        });
    }

    private static Optional<Contact> find(Tx tx, UserId owner, ContactId id) {
        return tx.readOne(SELECT + " where k.id = ?1 and k.owner = ?2", id.value(), owner.value())
                .map(ContactRows::contact);
    }

    private static boolean taken(Tx tx, UserId owner, ContactId id, ContactDetails details) {
        return tx.readOne(
                        "select k.id from SmsContact k where k.owner = ?1 and k.id <> ?2"
                                + " and (k.address = ?3 or k.externalId = ?4)",
                        owner.value(),
                        id.value(),
                        details.address().value(),
                        details.externalId())
                .isPresent();
    }

    private static Optional<Contact> locked(Tx tx, UserId owner, ContactId id) {
        return tx.selectOne(
                        "select " + ContactRows.COLUMNS.sql("k")
                                + " from sms_contact k where k.id = ? and k.owner = ? for update",
                        id.value(),
                        owner.value())
                .map(ContactRows::contact);
    }

    private static SmsException duplicate() {
        return new SmsException(
                Problem.DUPLICATE_CONTACT,
                "There is a contact with this number or external id already: change that one.");
    }
}
