package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What a carrier told us: the id of every event, the body only of those that wait. */
@Entity(name = "SmsWebhookEvent")
@Table(name = "sms_webhook_event")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class WebhookEventEntity {
    @Id
    @Column(name = "id", nullable = false)
    long id;

    @Column(name = "account_id", nullable = false)
    long accountId;

    @Column(name = "event_id", nullable = false, length = 190)
    String eventId;

    @Column(name = "type", nullable = false, length = 100)
    String type;

    @Column(name = "disposition", nullable = false, length = 12)
    String disposition;

    @Column(name = "why", nullable = false, length = 500)
    String why;

    @Column(name = "raw", length = 1_000_000)
    byte @Nullable [] raw;

    @Column(name = "received_at", nullable = false)
    long receivedAt;

    @Column(name = "occurred_at", nullable = false)
    long occurredAt;

    protected WebhookEventEntity() {}
}
