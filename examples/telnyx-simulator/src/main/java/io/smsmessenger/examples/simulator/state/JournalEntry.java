package io.smsmessenger.examples.simulator.state;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request that was read to its end, and what was decided about it before the answer left.
 *
 * @param sequence from 1, without gaps
 * @param at when it was read
 * @param method upper case
 * @param path without the query
 * @param query raw, or null
 * @param headers those of interest; never the key
 * @param body as read
 * @param outcome for example {@code answered 200} or {@code accepted, dropped}; {@code open} if the process ended first
 * @param status the HTTP status decided on, 0 for none
 * @param messageId the message that was accepted, or null
 */
public record JournalEntry(
        long sequence,
        Instant at,
        String method,
        String path,
        @Nullable String query,
        Map<String, String> headers,
        String body,
        String outcome,
        int status,
        @Nullable String messageId) {

    /** Copies the headers. */
    public JournalEntry {
        headers = Map.copyOf(headers);
    }

    /** Whether it was a request to send a message. */
    public boolean isSend() {
        return method.equals("POST") && path.startsWith("/v2/messages");
    }

    JournalEntry decided(String newOutcome, int newStatus, @Nullable String newMessageId) {
        return new JournalEntry(sequence, at, method, path, query, headers, body, newOutcome, newStatus, newMessageId);
    }

    @Override
    public String toString() {
        return sequence + " " + method + " " + path + " " + outcome;
    }
}
