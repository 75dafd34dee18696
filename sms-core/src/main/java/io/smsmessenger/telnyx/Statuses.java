package io.smsmessenger.telnyx;

import io.smsmessenger.model.MessageStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Telnyx's words for where a message stands: those of the message API, of scheduled and group messages, and of detail
 * records, which have a vocabulary of their own.
 */
final class Statuses {
    private Statuses() {}

    /** Our word for it; null for a word that is not known. */
    static @Nullable MessageStatus of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "scheduled", "queued", "sending" -> MessageStatus.ACCEPTED;
            case "sent" -> MessageStatus.SENT;
            // Read, in RCS only, proves the delivery.
            case "delivered", "read" -> MessageStatus.DELIVERED;
            case "sending_failed", "failed", "gw_reject" -> MessageStatus.FAILED;
            case "delivery_failed" -> MessageStatus.UNDELIVERED;
            // A gateway or carrier that stays silent proves nothing; nor does a group's recipient outside Telnyx.
            case "delivery_unconfirmed", "dlr_unconfirmed", "dlr_timeout", "gw_timeout", "unknown" ->
                MessageStatus.UNCONFIRMED;
            case "expired" -> MessageStatus.EXPIRED;
            case "cancelled" -> MessageStatus.CANCELLED;
            default -> null;
        };
    }
}
