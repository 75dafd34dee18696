package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A line of a message's history. */
@Entity(name = "SmsMessageEvent")
@Table(name = "sms_message_event")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class MessageEventEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id", nullable = false)
    long id;

    @Column(name = "message_id", nullable = false)
    long messageId;

    @Column(name = "status", nullable = false, length = 12)
    String status;

    @Column(name = "source", nullable = false, length = 12)
    String source;

    @Column(name = "applied", nullable = false)
    boolean applied;

    @Column(name = "occurred_at", nullable = false)
    long occurredAt;

    @Column(name = "recorded_at", nullable = false)
    long recordedAt;

    @Column(name = "failure_reason", length = 32)
    @Nullable
    String failureReason;

    @Column(name = "failure_code", length = 64)
    @Nullable
    String failureCode;

    @Column(name = "failure_detail", length = 500)
    @Nullable
    String failureDetail;

    protected MessageEventEntity() {}
}
