package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An ownership interval of a number. */
@Entity(name = "SmsNumberAssignment")
@Table(name = "sms_number_assignment")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class NumberEntity {
    @Id
    @Column(name = "id", nullable = false)
    long id;

    @Column(name = "phone", nullable = false, length = 16)
    String phone;

    @Column(name = "owner", nullable = false, length = 190)
    String owner;

    @Column(name = "account_id", nullable = false)
    long accountId;

    @Column(name = "provider_number_id", length = 190)
    @Nullable
    String providerNumberId;

    @Column(name = "label", length = 100)
    @Nullable
    String label;

    @Column(name = "is_default", nullable = false)
    boolean isDefault;

    @Column(name = "profile_id")
    @Nullable
    Long profileId;

    @Column(name = "profile_since")
    @Nullable
    Long profileSince;

    @Column(name = "owned_from", nullable = false)
    long ownedFrom;

    @Column(name = "owned_until")
    @Nullable
    Long ownedUntil;

    @Column(name = "open_phone", length = 16)
    @Nullable
    String openPhone;

    @Column(name = "default_owner", length = 190)
    @Nullable
    String defaultOwner;

    protected NumberEntity() {}
}
