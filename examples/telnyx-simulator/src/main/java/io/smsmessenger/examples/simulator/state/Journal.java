package io.smsmessenger.examples.simulator.state;

import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.http.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The truth for tests: every request to the carrier's API that was read to its end, in order. An entry is written
 * when the request was read, and its outcome before the answer leaves.
 */
public final class Journal implements AutoCloseable {
    private static final List<String> HEADERS = List.of("content-type", "user-agent", "idempotency-key");

    private final @Nullable AppendLog log;
    private final List<JournalEntry> entries = new ArrayList<>();

    private Journal(@Nullable AppendLog log) {
        this.log = log;
    }

    /** Opens the journal of a directory, or an empty one in memory. */
    public static Journal open(@Nullable Path directory) {
        AppendLog log = directory == null ? null : AppendLog.open(directory.resolve("journal.jsonl"));
        Journal journal = new Journal(log);
        if (log != null) {
            for (String line : log.take()) {
                journal.keep(Json.mapper().readValue(line, JournalEntry.class));
            }
        }
        return journal;
    }

    /** Writes down a request; the answer is its sequence number. */
    public synchronized long read(Request request, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : HEADERS) {
            String value = request.header(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        JournalEntry entry = new JournalEntry(
                entries.size() + 1L,
                now,
                request.method(),
                request.path(),
                request.query(),
                headers,
                request.body(),
                "open",
                0,
                null);
        write(entry);
        return entry.sequence();
    }

    /** Writes down what was decided about a request. */
    public synchronized void decided(long sequence, String outcome, int status, @Nullable String messageId) {
        write(entries.get((int) sequence - 1).decided(outcome, status, messageId));
    }

    /** All entries in order. */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /**
     * The sends by the value of a query parameter in their {@code webhook_url}; those that have none are counted under
     * the empty string.
     */
    public Map<String, SendCount> sendsBy(String parameter) {
        Map<String, SendCount> counts = new HashMap<>();
        for (JournalEntry entry : entries()) {
            if (entry.isSend()) {
                String value = entry.planted(parameter);
                counts.put(value, counts.getOrDefault(value, SendCount.NONE).plus(entry));
            }
        }
        return counts;
    }

    private void write(JournalEntry entry) {
        if (log != null) {
            log.append(Json.mapper().writeValueAsString(entry));
        }
        keep(entry);
    }

    private void keep(JournalEntry entry) {
        int index = (int) entry.sequence() - 1;
        if (index < entries.size()) {
            entries.set(index, entry);
        } else {
            entries.add(entry);
        }
    }

    @Override
    public synchronized void close() {
        if (log != null) {
            log.close();
        }
    }
}
