package io.smsmessenger.spring.rest;

import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.text.PhoneNumbers;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the fields of requests into values, and says which field it was when one cannot be. */
final class Input {
    private final @Nullable String region;

    /** With the country that numbers without a country code are meant for, if the host has set one. */
    Input(@Nullable String region) {
        this.region = region;
    }

    PhoneNumber phone(String pointer, @Nullable String typed) {
        String present = required(pointer, typed);
        try {
            return PhoneNumbers.parse(present, region);
        } catch (SmsException refused) {
            throw Refusal.at(pointer, refused);
        }
    }

    /** An instant with its offset; no epoch numbers, whose unit would be a guess. */
    static Instant instant(String pointer, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw Refusal.malformed(pointer, "A time is written like 2027-01-31T09:30:00Z, with Z or an offset.");
        }
    }

    static List<URI> media(String pointer, List<@Nullable String> urls) {
        List<URI> media = new ArrayList<>();
        for (String url : urls) {
            String at = pointer + "/" + media.size();
            try {
                media.add(new URI(required(at, url)));
            } catch (URISyntaxException malformed) {
                throw Refusal.at(at, Problem.INVALID_MEDIA, "This is not an address.");
            }
        }
        return media;
    }

    static <T> T required(String pointer, @Nullable T value) {
        if (value == null) {
            throw Refusal.malformed(pointer, "This field is missing.");
        }
        return value;
    }

    /** The text of a field that may be null, where null means to clear it. */
    static @Nullable String clearable(String pointer, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw Refusal.malformed(pointer, "This field is a text, or null to clear it.");
        }
        return node.stringValue();
    }
}
