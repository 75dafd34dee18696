package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.state.Content;
import io.smsmessenger.examples.simulator.state.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A message as Telnyx writes it, in answers and in webhooks alike. */
public final class MessageJson {
    /** The account all of this belongs to. */
    public static final String ORGANIZATION = "5e1f0000-0000-4000-8000-000000000001";

    private static final Duration VALIDITY = Duration.ofHours(1);
    private static final Map<String, String> TYPES = Map.of(
            "png",
            "image/png",
            "gif",
            "image/gif",
            "webp",
            "image/webp",
            "mp4",
            "video/mp4",
            "pdf",
            "application/pdf",
            "vcf",
            "text/vcard");

    private MessageJson() {}

    /** The payload of a message. */
    public static ObjectNode of(Message message, List<String> tags) {
        Content content = message.content();
        ObjectNode json = Json.object()
                .put("record_type", "message")
                .put("direction", message.inbound() ? "inbound" : "outbound")
                .put("id", message.id())
                .put("type", content.type())
                .put("organization_id", ORGANIZATION)
                .put("messaging_profile_id", message.profileId());
        json.set("from", party(message.from(), !message.inbound()));
        json.putArray("to").add(party(message.to(), message.inbound()).put("status", message.status()));
        json.putArray("cc");
        json.put("text", content.text()).put("subject", content.subject());
        json.set("media", media(message));
        json.put("webhook_url", blankAsNull(message.hooks().url()));
        json.put("webhook_failover_url", blankAsNull(message.hooks().failoverUrl()));
        json.put("encoding", content.encoding()).put("parts", content.parts());
        json.set("tags", Json.strings(tags));
        cost(json, Cost.of(content));
        json.putNull("tcr_campaign_id").put("tcr_campaign_billable", false).putNull("tcr_campaign_registered");
        times(json, message);
        json.set("errors", errors(message.failure()));
        if (message.inbound()) {
            json.put("autoresponse_type", message.autoresponse()).put("is_spam", false);
        }
        return json;
    }

    private static ObjectNode party(String address, boolean ours) {
        return Json.object()
                .put("phone_number", address)
                .put("carrier", ours ? "Telnyx" : "SIMULATED MOBILE")
                .put("line_type", "Wireless");
    }

    private static ArrayNode media(Message message) {
        ArrayNode media = Json.array();
        for (String url : message.content().mediaUrls()) {
            ObjectNode item = media.addObject().put("url", url);
            if (message.inbound()) {
                item.put("content_type", contentType(url));
            } else {
                item.putNull("content_type").putNull("sha256").putNull("size");
            }
        }
        return media;
    }

    private static String contentType(String url) {
        String path = url.toLowerCase(Locale.ROOT).replaceAll("[?#].*", "");
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "image/jpeg");
    }

    private static void cost(ObjectNode json, Cost cost) {
        json.set("cost", money(cost.total()));
        ObjectNode breakdown = json.putObject("cost_breakdown");
        breakdown.set("rate", money(cost.rate()));
        breakdown.set("carrier_fee", money(cost.fee()));
    }

    private static ObjectNode money(BigDecimal amount) {
        return Json.object().put("amount", amount.toPlainString()).put("currency", "USD");
    }

    private static void times(ObjectNode json, Message message) {
        Instant received = message.times().receivedAt();
        boolean waiting = !message.inbound() && message.times().sentAt() == null;
        json.put("received_at", Stamp.of(received))
                .put("sent_at", Stamp.orNull(message.times().sentAt()))
                .put("completed_at", Stamp.orNull(message.times().completedAt()))
                .put("valid_until", waiting ? Stamp.of(received.plus(VALIDITY)) : null);
        if (message.times().sendAt() != null) {
            json.put("send_at", Stamp.orNull(message.times().sendAt()));
        }
    }

    private static ArrayNode errors(@Nullable String code) {
        ArrayNode errors = Json.array();
        if (code != null) {
            String title = Failure.titleOf(code);
            ObjectNode error = errors.addObject().put("code", code).put("title", title);
            error.put("detail", title + ".").putObject("source").put("pointer", "/to/0/phone_number");
        }
        return errors;
    }

    private static @Nullable String blankAsNull(@Nullable String url) {
        return url == null || url.isEmpty() ? null : url;
    }
}
