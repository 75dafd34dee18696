package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A provider account. */
@Entity(name = "SmsProviderAccount")
@Table(name = "sms_provider_account")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class AccountEntity {
    @Id
    @Column(name = "id", nullable = false)
    long id;

    @Column(name = "tenant", nullable = false, length = 190)
    String tenant;

    @Column(name = "provider", nullable = false, length = 64)
    String provider;

    @Column(name = "reference", nullable = false, length = 190)
    String reference;

    protected AccountEntity() {}
}
