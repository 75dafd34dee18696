package io.smsmessenger.telnyx;

import io.smsmessenger.model.ProviderMessageId;
import tools.jackson.databind.JsonNode;

/** The id without which nothing can be done with an event. */
final class MessageIds {
    private MessageIds() {}

    static ProviderMessageId of(JsonNode payload) throws ShapeException {
        return of(payload, "id");
    }

    static ProviderMessageId of(JsonNode payload, String field) throws ShapeException {
        String id = Fields.text(payload, field);
        if (id == null || id.length() > ProviderMessageId.MAX_LENGTH) {
            throw new ShapeException("payload." + field + " is missing or too long");
        }
        return new ProviderMessageId(id);
    }
}
