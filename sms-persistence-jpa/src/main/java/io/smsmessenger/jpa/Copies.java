package io.smsmessenger.jpa;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.ProviderMessageId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Snapshots with something changed. */
final class Copies {
    private Copies() {}

    static Message content(Message m, Content content) {
        return copy(m, content, m.status(), m.failure(), m.sentAt(), m.completedAt(), m.providerId(), m.billing());
    }

    static Message status(Message m, MessageStatus status, @Nullable Failure failure) {
        return copy(m, m.content(), status, failure, m.sentAt(), m.completedAt(), m.providerId(), m.billing());
    }

    static Message told(
            Message m,
            @Nullable Instant sentAt,
            @Nullable Instant completedAt,
            @Nullable ProviderMessageId providerId,
            Billing billing) {
        return copy(m, m.content(), m.status(), m.failure(), sentAt, completedAt, providerId, billing);
    }

    /** Other words, at another time: as if it had been handed over so. */
    static Message edited(
            Message m,
            Content content,
            MessageStatus status,
            @Nullable Instant sendAt,
            @Nullable ZoneId sendZone,
            Billing estimate) {
        return new Message(
                m.id(),
                m.conversationId(),
                m.numberId(),
                m.profileId(),
                m.direction(),
                m.number(),
                m.peer(),
                content,
                status,
                m.failure(),
                m.occurredAt(),
                sendAt,
                sendZone,
                m.sentAt(),
                m.completedAt(),
                m.position(),
                m.clientKey(),
                m.providerId(),
                estimate);
    }

    private static Message copy(
            Message m,
            Content content,
            MessageStatus status,
            @Nullable Failure failure,
            @Nullable Instant sentAt,
            @Nullable Instant completedAt,
            @Nullable ProviderMessageId providerId,
            Billing billing) {
        return new Message(
                m.id(),
                m.conversationId(),
                m.numberId(),
                m.profileId(),
                m.direction(),
                m.number(),
                m.peer(),
                content,
                status,
                failure,
                m.occurredAt(),
                m.sendAt(),
                m.sendZone(),
                sentAt,
                completedAt,
                m.position(),
                m.clientKey(),
                providerId,
                billing);
    }
}
