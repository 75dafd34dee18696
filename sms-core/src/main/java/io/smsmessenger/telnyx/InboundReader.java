package io.smsmessenger.telnyx;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.InboundMedia;
import io.smsmessenger.model.Keyword;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderEvent.InboundText;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.text.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a text that came for one of our numbers. */
final class InboundReader {
    private InboundReader() {}

    static InboundText read(EventHead head, JsonNode payload) throws ShapeException {
        Address from = address(Fields.first(payload.path("from")))
                .orElseThrow(() -> new ShapeException("payload.from is missing or no address"));
        PhoneNumber to = address(Fields.first(payload.path("to")))
                .filter(PhoneNumber.class::isInstance)
                .map(PhoneNumber.class::cast)
                .orElseThrow(() -> new ShapeException("payload.to is missing or no phone number"));
        List<InboundMedia> media = MediaReader.read(payload.path("media"));
        JsonNode text = payload.path("text");
        return new InboundText(
                head.id(),
                head.type(),
                head.occurredAt(),
                MessageIds.of(payload),
                from,
                to,
                new Content(
                        text.isString() ? Texts.clean(text.asString()) : "",
                        media.stream().map(InboundMedia::url).toList()),
                media,
                others(payload, from, to),
                head.or(Fields.time(payload, "received_at")),
                Fields.text(payload, "messaging_profile_id"),
                handled(Fields.text(payload, "autoresponse_type")),
                Fields.billing(payload));
    }

    /** Who else a group message went to: the other recipients and those in copy. */
    private static List<Address> others(JsonNode payload, Address from, PhoneNumber to) {
        Set<Address> others = new LinkedHashSet<>();
        payload.path("to").forEach(party -> address(party).ifPresent(others::add));
        payload.path("cc").forEach(party -> address(party).ifPresent(others::add));
        others.remove(from);
        others.remove(to);
        return List.copyOf(others);
    }

    private static Optional<Address> address(JsonNode party) {
        try {
            return Optional.ofNullable(Fields.address(party)).map(Address::of);
        } catch (SmsException noAddress) {
            return Optional.empty();
        }
    }

    private static @Nullable Keyword handled(@Nullable String autoresponse) {
        return switch (autoresponse == null ? "" : autoresponse.toUpperCase(Locale.ROOT)) {
            case "STOP" -> Keyword.STOP;
            case "START" -> Keyword.START;
            // The specification says info, the pages say help.
            case "HELP", "INFO" -> Keyword.HELP;
            default -> null;
        };
    }
}
