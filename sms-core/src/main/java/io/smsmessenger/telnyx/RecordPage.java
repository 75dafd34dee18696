package io.smsmessenger.telnyx;

import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One page of detail records.
 *
 * @param records as they came
 * @param pages how many pages there are
 * @param total how many records there are on all of them
 */
record RecordPage(List<JsonNode> records, long pages, long total) {
    private static final String TYPE = "record";
    private static final String URL = "delivery_status_webhook_url";
    private static final int MAX_WORD = 40;

    static RecordPage read(byte[] body) throws ShapeException {
        JsonNode root;
        try {
            root = Json.tree(body);
        } catch (JacksonException e) {
            throw new ShapeException(
                    "no JSON within our limits: " + e.getClass().getSimpleName());
        }
        JsonNode data = root.path("data");
        Long pages = Fields.count(root.path("meta"), "total_pages");
        Long total = Fields.count(root.path("meta"), "total_results");
        if (!data.isArray() || pages == null || total == null) {
            throw new ShapeException("data, meta.total_pages or meta.total_results is missing");
        }
        List<JsonNode> records = new ArrayList<>();
        data.forEach(records::add);
        return new RecordPage(records, pages, total);
    }

    /** The record that carries the reference, as a receipt. */
    Optional<Receipt> find(String reference) throws ShapeException {
        for (JsonNode record : records) {
            if (reference.equals(ReceiptReader.reference(Fields.text(record, URL)))) {
                return Optional.of(receipt(record, reference));
            }
        }
        return Optional.empty();
    }

    /** Whether there is a text of ours that does not say where its events go: it could be any. */
    boolean hidesReferences() {
        return records.stream()
                .anyMatch(record -> Fields.text(record, URL) == null
                        && !"inbound".equalsIgnoreCase(Fields.text(record, "direction")));
    }

    private static Receipt receipt(JsonNode record, String reference) throws ShapeException {
        ProviderMessageId id = MessageIds.of(record, "uuid");
        String told = Fields.text(record, "status");
        String word = told == null ? "" : Texts.cut(told.strip(), MAX_WORD);
        MessageStatus status = Statuses.of(word);
        Instant completed = Fields.time(record, "completed_at");
        Instant sent = Fields.time(record, "sent_at");
        return ReceiptReader.taken(new Receipt(
                // The same state of the same message is the same event, however often it is searched for.
                TYPE + ":" + id.value() + ":" + word,
                TYPE,
                latest(record, completed, sent),
                id,
                reference,
                status,
                word,
                ReceiptReader.failure(record, status),
                sent,
                completed,
                Fields.billing(
                        null,
                        Fields.count(record, "parts"),
                        Fields.text(record, "cost"),
                        Fields.text(record, "currency"))));
    }

    private static Instant latest(JsonNode record, @Nullable Instant completed, @Nullable Instant sent)
            throws ShapeException {
        Instant created = Fields.time(record, "created_at");
        Instant latest = completed != null ? completed : sent != null ? sent : created;
        if (latest == null) {
            throw new ShapeException("created_at is missing");
        }
        return latest;
    }
}
