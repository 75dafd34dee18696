package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A message that is not settled for good. */
@Entity(name = "SmsOutbox")
@Table(name = "sms_outbox")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class OutboxEntity {
    @Id
    @Column(name = "message_id", nullable = false)
    long messageId;

    @Column(name = "conversation_id", nullable = false)
    long conversationId;

    @Column(name = "state", nullable = false, length = 8)
    String state;

    @Column(name = "priority", nullable = false)
    int priority;

    @Column(name = "due_at", nullable = false)
    long dueAt;

    @Column(name = "lease_until")
    @Nullable
    Long leaseUntil;

    @Column(name = "token", length = 36)
    @Nullable
    String token;

    @Column(name = "attempts", nullable = false)
    int attempts;

    @Column(name = "gated_at")
    @Nullable
    Long gatedAt;

    @Column(name = "expires_at", nullable = false)
    long expiresAt;

    @Column(name = "account_id", nullable = false)
    long accountId;

    @Column(name = "profile_id", nullable = false)
    long profileId;

    @Column(name = "assignment_id", nullable = false)
    long assignmentId;

    @Column(name = "campaign_id")
    @Nullable
    Long campaignId;

    @Column(name = "at_least_once", nullable = false)
    boolean atLeastOnce;

    @Column(name = "looks", nullable = false)
    int looks;

    @Column(name = "silences", nullable = false)
    int silences;

    protected OutboxEntity() {}
}
