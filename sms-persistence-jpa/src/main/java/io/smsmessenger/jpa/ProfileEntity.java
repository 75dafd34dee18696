package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A messaging profile. */
@Entity(name = "SmsProfile")
@Table(name = "sms_profile")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class ProfileEntity {
    @Id
    @Column(name = "id", nullable = false)
    long id;

    @Column(name = "owner", nullable = false, length = 190)
    String owner;

    @Column(name = "account_id", nullable = false)
    long accountId;

    @Column(name = "provider_profile_id", nullable = false, length = 190)
    String providerProfileId;

    @Column(name = "name", nullable = false, length = 200)
    String name;

    @Column(name = "enabled", nullable = false)
    boolean enabled;

    @Column(name = "webhook_url", length = 2000)
    @Nullable
    String webhookUrl;

    @Column(name = "webhook_failover_url", length = 2000)
    @Nullable
    String webhookFailoverUrl;

    @Column(name = "settings", nullable = false, length = 1_000_000)
    String settings;

    @Column(name = "version", nullable = false)
    long version;

    @Column(name = "created_at", nullable = false)
    long createdAt;

    protected ProfileEntity() {}
}
