package io.smsmessenger.telnyx;

import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.text.Texts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of a webhook whose signature fits. Whatever it holds, an event comes out of it: what cannot be read is
 * an event for a person to look at.
 */
final class WebhookReader {
    private static final int MAX_EVENT_ID = 190;
    private static final int MAX_TYPE = 100;

    private WebhookReader() {}

    static ProviderEvent read(byte[] body, Instant signedAt) {
        if (body.length > Json.MAX_BYTES) {
            return unreadable(new EventHead(digest(body), "", signedAt), "the document is too large");
        }
        JsonNode root;
        try {
            root = Json.tree(body);
        } catch (JacksonException e) {
            String why = "no JSON within our limits: " + e.getClass().getSimpleName();
            return unreadable(new EventHead(digest(body), "", signedAt), why);
        }
        JsonNode data = root.path("data");
        String id = eventId(data);
        EventHead head = new EventHead(id == null ? digest(body) : id, type(data), occurredAt(data, signedAt));
        try {
            return event(head, id != null, data);
        } catch (ShapeException e) {
            return unreadable(head, e.getMessage());
        }
    }

    private static ProviderEvent event(EventHead head, boolean hasId, JsonNode data) throws ShapeException {
        JsonNode payload = data.path("payload");
        switch (head.type()) {
            case "message.received" -> {
                require(hasId, "data.id");
                return isOtherChannel(payload) ? other(head) : InboundReader.read(head, payload);
            }
            case "message.sent", "message.finalized" -> {
                require(hasId, "data.id");
                return ReceiptReader.read(head, payload);
            }
            default -> {
                require(!head.type().isEmpty(), "data.event_type");
                return other(head);
            }
        }
    }

    /** RCS and WhatsApp come through the same door and look different inside. */
    private static boolean isOtherChannel(JsonNode payload) {
        String channel = Fields.text(payload, "type");
        String name = channel == null ? "" : channel.toUpperCase(Locale.ROOT);
        return name.equals("RCS") || name.equals("WHATSAPP");
    }

    private static void require(boolean present, String field) throws ShapeException {
        if (!present) {
            throw new ShapeException(field + " is missing");
        }
    }

    private static @Nullable String eventId(JsonNode data) {
        String id = Fields.text(data, "id");
        return id == null || id.length() > MAX_EVENT_ID ? null : id;
    }

    /** A link click has no envelope; its kind is the type of its record. Empty if there is neither. */
    private static String type(JsonNode data) {
        JsonNode type = data.has("event_type") ? data.path("event_type") : data.path("record_type");
        return type.isString() ? Texts.cut(Texts.clean(type.asString().strip()), MAX_TYPE) : "";
    }

    private static Instant occurredAt(JsonNode data, Instant signedAt) {
        Instant occurred = Fields.time(data, "occurred_at");
        Instant clicked = occurred == null ? Fields.time(data, "time_clicked") : occurred;
        return clicked == null ? signedAt : clicked;
    }

    private static ProviderEvent other(EventHead head) {
        return new ProviderEvent.Other(head.id(), head.type(), head.occurredAt());
    }

    private static ProviderEvent unreadable(EventHead head, @Nullable String why) {
        return new ProviderEvent.Unreadable(head.id(), head.type(), head.occurredAt(), why == null ? "" : why);
    }

    /** The same document again has the same digest, and so is the same event. */
    private static String digest(byte[] body) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
