package io.smsmessenger.telnyx;

import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.provider.SendOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds the message id, and what else is of use, in the answer to a send. The message has been taken whatever else the
 * answer holds, so everything but {@code data.id} may be odd, missing or cut off.
 */
final class AcceptedReader {
    private @Nullable String id;
    private @Nullable String encoding;
    private @Nullable Long parts;
    private @Nullable String amount;
    private @Nullable String currency;

    private AcceptedReader() {}

    static Optional<SendOutcome> read(byte[] body) {
        AcceptedReader reader = new AcceptedReader();
        try (JsonParser json = Json.parser(body)) {
            reader.readRoot(json);
        } catch (JacksonException cutShort) {
            // What was read before the break is kept: the id usually comes early.
            return reader.outcome();
        }
        return reader.outcome();
    }

    private Optional<SendOutcome> outcome() {
        if (id == null || id.isBlank() || id.length() > ProviderMessageId.MAX_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(
                new SendOutcome.Accepted(new ProviderMessageId(id), Fields.billing(encoding, parts, amount, currency)));
    }

    private void readRoot(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (json.nextToken() == JsonToken.START_OBJECT && name.equals("data")) {
                readData(json);
            } else {
                json.skipChildren();
            }
        }
    }

    private void readData(JsonParser json) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            switch (name) {
                case "id" -> id = scalar(json);
                case "encoding" -> encoding = scalar(json);
                case "parts" -> parts = count(scalar(json));
                case "cost" -> {
                    if (token == JsonToken.START_OBJECT) {
                        readCost(json);
                    } else {
                        json.skipChildren();
                    }
                }
                default -> json.skipChildren();
            }
        }
    }

    private void readCost(JsonParser json) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "amount" -> amount = scalar(json);
                case "currency" -> currency = scalar(json);
                default -> json.skipChildren();
            }
        }
    }

    /** A string or number as it stands; whatever else there is is passed over. */
    private static @Nullable String scalar(JsonParser json) {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
            return json.getString();
        }
        json.skipChildren();
        return null;
    }

    private static @Nullable Long count(@Nullable String text) {
        return text == null || !Digits.isCount(text) ? null : Long.valueOf(text);
    }
}
