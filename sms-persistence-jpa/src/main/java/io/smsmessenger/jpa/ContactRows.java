package io.smsmessenger.jpa;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Contact;
import io.smsmessenger.model.ContactId;
import io.smsmessenger.store.ContactStore.ContactDetails;
import io.smsmessenger.text.Texts;
import java.util.Locale;

/** Turns rows into contacts, and details into what the search looks through. */
final class ContactRows {
    static final Columns COLUMNS = Columns.of("id name address externalId version createdAt updatedAt");

    /** The column's. */
    private static final int SEARCH_LENGTH = 500;

    private ContactRows() {}

    static Contact contact(Row row) {
        return new Contact(
                new ContactId(row.number()),
                row.textOrNull(),
                Address.of(row.text()),
                row.textOrNull(),
                row.number(),
                row.instant(),
                row.instant());
    }

    /** All that can be searched, folded here so that every database finds the same. */
    static String searchText(ContactDetails details) {
        String name = details.name() == null ? "" : details.name();
        String externalId = details.externalId() == null ? "" : details.externalId();
        // Some letters become two in lower case.
        return Texts.cut(fold(name + "\n" + details.address().value() + "\n" + externalId), SEARCH_LENGTH);
    }

    /** A pattern for texts that hold this one literally; the escape is {@code !}. */
    static String pattern(String text) {
        return "%" + fold(text).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
