package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A message, in or out. */
@Entity(name = "SmsMessage")
@Table(name = "sms_message")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class MessageEntity {
    @Id
    @Column(name = "id", nullable = false)
    long id;

    @Column(name = "owner", nullable = false, length = 190)
    String owner;

    @Column(name = "conversation_id", nullable = false)
    long conversationId;

    @Column(name = "assignment_id", nullable = false)
    long assignmentId;

    @Column(name = "profile_id")
    @Nullable
    Long profileId;

    @Column(name = "direction", nullable = false, length = 8)
    String direction;

    @Column(name = "phone", nullable = false, length = 16)
    String phone;

    @Column(name = "peer", nullable = false, length = 64)
    String peer;

    @Column(name = "body", nullable = false, length = 1_000_000)
    String body;

    @Column(name = "media_count", nullable = false)
    int mediaCount;

    @Column(name = "status", nullable = false, length = 12)
    String status;

    @Column(name = "status_rank", nullable = false)
    int statusRank;

    @Column(name = "failure_reason", length = 32)
    @Nullable
    String failureReason;

    @Column(name = "failure_code", length = 64)
    @Nullable
    String failureCode;

    @Column(name = "failure_detail", length = 500)
    @Nullable
    String failureDetail;

    @Column(name = "occurred_at", nullable = false)
    long occurredAt;

    @Column(name = "created_at", nullable = false)
    long createdAt;

    @Column(name = "send_at")
    @Nullable
    Long sendAt;

    @Column(name = "send_zone", length = 64)
    @Nullable
    String sendZone;

    @Column(name = "sent_at")
    @Nullable
    Long sentAt;

    @Column(name = "completed_at")
    @Nullable
    Long completedAt;

    @Column(name = "position", nullable = false)
    long position;

    @Column(name = "client_key", length = 190)
    @Nullable
    String clientKey;

    @Column(name = "fingerprint", length = 190)
    @Nullable
    String fingerprint;

    @Column(name = "reference", length = 64)
    @Nullable
    String reference;

    @Column(name = "account_id", nullable = false)
    long accountId;

    @Column(name = "provider_id", length = 190)
    @Nullable
    String providerId;

    @Column(name = "encoding", length = 8)
    @Nullable
    String encoding;

    @Column(name = "parts")
    @Nullable
    Integer parts;

    @Column(name = "cost_amount", precision = 19, scale = 6)
    @Nullable
    BigDecimal costAmount;

    @Column(name = "cost_currency", length = 3)
    @Nullable
    String costCurrency;

    protected MessageEntity() {}
}
