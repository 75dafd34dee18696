package io.smsmessenger.telnyx;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.Money;
import io.smsmessenger.text.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads fields of Telnyx documents whose shape varies between pages, versions and captures. What is absent, null, blank
 * or of an absurd type reads as null.
 */
final class Fields {
    /** Money has few digits; a huge exponent would make a number that fills the memory when written out. */
    private static final int MAX_AMOUNT_DIGITS = 24;

    private static final int MAX_DECIMALS = 6;
    private static final int MAX_WHOLE_DIGITS = 12;

    private Fields() {}

    /** A string, or a number as a string; without NUL and halves of characters. */
    static @Nullable String text(JsonNode parent, String name) {
        return text(parent.path(name));
    }

    static @Nullable String text(JsonNode value) {
        if (!value.isString() && !value.isNumber()) {
            return null;
        }
        String text = value.asString();
        return text.isBlank() ? null : Texts.clean(text);
    }

    static @Nullable Instant time(JsonNode parent, String name) {
        String text = text(parent, name);
        return text == null ? null : Times.parse(text);
    }

    /** A count that is not negative, given as number or string. */
    static @Nullable Long count(JsonNode parent, String name) {
        String text = text(parent, name);
        return text == null || !Digits.isCount(text) ? null : Long.valueOf(text);
    }

    /** Who a message is from or for: an object with {@code phone_number}, or the plain string of group messages. */
    static @Nullable String address(JsonNode party) {
        String address = party.isObject() ? text(party, "phone_number") : text(party);
        return address == null ? null : address.strip();
    }

    /** The first of several, or the only one. */
    static JsonNode first(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.path(0) : oneOrMany;
    }

    static Billing billing(JsonNode payload) {
        JsonNode cost = payload.path("cost");
        return billing(
                text(payload, "encoding"), count(payload, "parts"), text(cost, "amount"), text(cost, "currency"));
    }

    static Billing billing(
            @Nullable String encoding, @Nullable Long parts, @Nullable String amount, @Nullable String currency) {
        Integer counted = parts == null || parts <= 0 || parts > Integer.MAX_VALUE ? null : parts.intValue();
        return new Billing(encoding(encoding), counted, money(amount, currency));
    }

    private static @Nullable Encoding encoding(@Nullable String name) {
        return switch (name == null ? "" : name.toUpperCase(Locale.ROOT)) {
            case "GSM-7", "GSM7" -> Encoding.GSM_7;
            case "UCS-2", "UCS2", "UTF-16" -> Encoding.UCS_2;
            default -> null;
        };
    }

    private static @Nullable Money money(@Nullable String amount, @Nullable String currency) {
        if (amount == null || amount.length() > MAX_AMOUNT_DIGITS) {
            return null;
        }
        try {
            BigDecimal exact = new BigDecimal(amount.strip());
            // As many digits as a store keeps: what has more is no price of a text.
            boolean sane = Math.abs((long) exact.scale()) <= MAX_DECIMALS
                    && exact.precision() - exact.scale() <= MAX_WHOLE_DIGITS;
            String unit = currency == null ? "USD" : currency.strip().toUpperCase(Locale.ROOT);
            return sane && unit.length() == 3 ? new Money(exact, unit) : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
