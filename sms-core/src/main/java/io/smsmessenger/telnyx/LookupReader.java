package io.smsmessenger.telnyx;

import io.smsmessenger.http.HttpResult;
import io.smsmessenger.http.HttpResult.Answer;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.provider.MessageLookup.Lookup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the answer to {@code GET /messages/{id}} as if it had come as an event. Telnyx keeps messages for ten days. */
final class LookupReader {
    private static final String TYPE = "lookup";
    private static final String NOT_FOUND = "40303";

    private LookupReader() {}

    static Lookup read(HttpResult result, ProviderMessageId id, Instant now) {
        if (result instanceof Answer answer) {
            return read(answer, id, now);
        }
        return new Lookup.Unavailable(
                result instanceof HttpResult.NotSent notSent ? notSent.why() : ((HttpResult.Broken) result).why());
    }

    private static Lookup read(Answer answer, ProviderMessageId id, Instant now) {
        if (answer.status() == 200) {
            return found(answer, id, now);
        }
        boolean missing = answer.status() == 404
                || ApiError.ofBody(answer.body()).stream().anyMatch(error -> NOT_FOUND.equals(error.code()));
        return missing ? new Lookup.Missing() : new Lookup.Unavailable("HTTP " + answer.status());
    }

    private static Lookup found(Answer answer, ProviderMessageId id, Instant now) {
        try {
            JsonNode payload = Json.tree(answer.body()).path("data");
            if (!id.equals(MessageIds.of(payload))) {
                return new Lookup.Unavailable("the answer is about another message");
            }
            return new Lookup.Found(event(payload, id, now));
        } catch (JacksonException | ShapeException e) {
            return new Lookup.Unavailable(
                    "the answer cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static ProviderEvent event(JsonNode payload, ProviderMessageId id, Instant now) throws ShapeException {
        String direction = Fields.text(payload, "direction");
        Instant received = Fields.time(payload, "received_at");
        if ("inbound".equalsIgnoreCase(direction)) {
            return InboundReader.read(head(id, "", received, now), payload);
        }
        Instant completed = Fields.time(payload, "completed_at");
        Instant sent = Fields.time(payload, "sent_at");
        Instant latest = completed != null ? completed : sent != null ? sent : received;
        return ReceiptReader.readAnswer(head(id, ReceiptReader.word(payload), latest, now), payload);
    }

    /** The same state of the same message is the same event, however often it is asked for. */
    private static EventHead head(ProviderMessageId id, String state, @Nullable Instant at, Instant now) {
        return new EventHead(TYPE + ":" + id.value() + ":" + state, TYPE, at == null ? now : at);
    }
}
