package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A text to many. */
@Entity(name = "SmsCampaign")
@Table(name = "sms_campaign")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class CampaignEntity {
    @Id
    @Column(name = "id", nullable = false)
    long id;

    @Column(name = "owner", nullable = false, length = 190)
    String owner;

    @Column(name = "name", nullable = false, length = 200)
    String name;

    @Column(name = "body", nullable = false, length = 1_000_000)
    String body;

    @Column(name = "media", nullable = false, length = 1_000_000)
    String media;

    @Column(name = "phone", length = 16)
    @Nullable
    String phone;

    @Column(name = "state", nullable = false, length = 9)
    String state;

    @Column(name = "send_at")
    @Nullable
    Long sendAt;

    @Column(name = "send_zone", length = 64)
    @Nullable
    String sendZone;

    @Column(name = "valid_until")
    @Nullable
    Long validUntil;

    @Column(name = "created_at", nullable = false)
    long createdAt;

    @Column(name = "finished_at")
    @Nullable
    Long finishedAt;

    @Column(name = "recipients", nullable = false)
    long recipients;

    @Column(name = "swept", nullable = false)
    boolean swept;

    protected CampaignEntity() {}
}
