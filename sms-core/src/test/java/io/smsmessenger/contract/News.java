package io.smsmessenger.contract;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.model.ProviderMessageId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A receipt, as a test words it. */
public final class News {
    private final ProviderMessageId messageId;
    private final Instant occurredAt;
    private final @Nullable MessageStatus status;
    private String eventId = UUID.randomUUID().toString();
    private @Nullable String reference;
    private @Nullable Failure failure;
    private @Nullable Instant sentAt;
    private @Nullable Instant completedAt;
    private Billing billing = Billing.none();

    News(ProviderMessageId messageId, @Nullable MessageStatus status, Instant occurredAt) {
        this.messageId = messageId;
        this.status = status;
        this.occurredAt = occurredAt;
    }

    public News eventId(String id) {
        eventId = id;
        return this;
    }

    public News reference(String planted) {
        reference = planted;
        return this;
    }

    public News because(Failure why) {
        failure = why;
        return this;
    }

    public News sentAt(Instant instant) {
        sentAt = instant;
        return this;
    }

    public News completedAt(Instant instant) {
        completedAt = instant;
        return this;
    }

    public News billing(Billing reported) {
        billing = reported;
        return this;
    }

    public Receipt build() {
        String word = status == null ? "teleported" : status.name().toLowerCase(Locale.ROOT);
        return new Receipt(
                eventId,
                "message.finalized",
                occurredAt,
                messageId,
                reference,
                status,
                word,
                failure,
                sentAt,
                completedAt,
                billing);
    }
}
