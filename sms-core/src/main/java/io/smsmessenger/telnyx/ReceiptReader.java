package io.smsmessenger.telnyx;

import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.text.Texts;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads news of a message that we sent; {@code message.sent} and {@code message.finalized} have one shape. */
final class ReceiptReader {
    private static final String REFERENCE = "ref=";
    private static final int MAX_WORD = 40;
    private static final int MAX_REFERENCE = 200;

    private ReceiptReader() {}

    static Receipt read(EventHead head, JsonNode payload) throws ShapeException {
        String word = word(payload);
        MessageStatus status = Statuses.of(word);
        return new Receipt(
                head.id(),
                head.type(),
                head.occurredAt(),
                MessageIds.of(payload),
                reference(Fields.text(payload, "webhook_url")),
                status,
                word,
                failure(payload, status),
                Fields.time(payload, "sent_at"),
                Fields.time(payload, "completed_at"),
                Fields.billing(payload));
    }

    /**
     * The same about a message that Telnyx was asked for: whatever word it uses, it has taken it.
     */
    static Receipt readAnswer(EventHead head, JsonNode payload) throws ShapeException {
        return taken(read(head, payload));
    }

    /** The same receipt, which proves at least that Telnyx has the message. */
    static Receipt taken(Receipt receipt) {
        return receipt.status() != null
                ? receipt
                : new Receipt(
                        receipt.eventId(),
                        receipt.type(),
                        receipt.occurredAt(),
                        receipt.messageId(),
                        receipt.reference(),
                        MessageStatus.ACCEPTED,
                        receipt.word(),
                        receipt.failure(),
                        receipt.sentAt(),
                        receipt.completedAt(),
                        receipt.billing());
    }

    /** Telnyx's word for where the message stands; empty if there is none. */
    static String word(JsonNode payload) {
        String word = Fields.text(Fields.first(payload.path("to")), "status");
        return word == null ? "" : Texts.cut(word.strip(), MAX_WORD);
    }

    static @Nullable Failure failure(JsonNode payload, @Nullable MessageStatus status) {
        if (status == MessageStatus.DELIVERED) {
            return null;
        }
        Optional<ApiError> error = Failures.main(ApiError.ofList(payload.path("errors")));
        if (error.isPresent()) {
            return Failures.of(error.get());
        }
        if (status == MessageStatus.EXPIRED) {
            return Failure.of(FailureReason.EXPIRED);
        }
        return status == MessageStatus.FAILED || status == MessageStatus.UNDELIVERED
                ? Failure.of(FailureReason.OTHER)
                : null;
    }

    /** The {@code ref} of the query, which we planted when we sent. */
    static @Nullable String reference(@Nullable String url) {
        int query = url == null ? -1 : url.indexOf('?');
        if (url == null || query < 0) {
            return null;
        }
        int fragment = url.indexOf('#', query);
        String parameters = url.substring(query + 1, fragment < 0 ? url.length() : fragment);
        for (String parameter : parameters.split("&", -1)) {
            if (parameter.startsWith(REFERENCE)) {
                return decoded(parameter.substring(REFERENCE.length()));
            }
        }
        return null;
    }

    private static @Nullable String decoded(String value) {
        try {
            String reference = Texts.clean(URLDecoder.decode(value, StandardCharsets.UTF_8));
            return reference.isBlank() || reference.length() > MAX_REFERENCE ? null : reference;
        } catch (IllegalArgumentException notEncoded) {
            // Not of our making, since ours holds nothing that needs encoding.
            return null;
        }
    }
}
