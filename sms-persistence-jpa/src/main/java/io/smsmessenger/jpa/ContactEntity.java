package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A contact. */
@Entity(name = "SmsContact")
@Table(name = "sms_contact")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class ContactEntity {
    @Id
    @Column(name = "id", nullable = false)
    long id;

    @Column(name = "owner", nullable = false, length = 190)
    String owner;

    @Column(name = "name", length = 200)
    @Nullable
    String name;

    @Column(name = "address", nullable = false, length = 64)
    String address;

    @Column(name = "external_id", length = 190)
    @Nullable
    String externalId;

    @Column(name = "search_text", nullable = false, length = 500)
    String searchText;

    @Column(name = "version", nullable = false)
    long version;

    @Column(name = "created_at", nullable = false)
    long createdAt;

    @Column(name = "updated_at", nullable = false)
    long updatedAt;

    protected ContactEntity() {}
}
