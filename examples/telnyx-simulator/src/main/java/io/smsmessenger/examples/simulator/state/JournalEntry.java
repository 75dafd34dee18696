package io.smsmessenger.examples.simulator.state;

import io.smsmessenger.examples.simulator.http.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

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

    /** The value of a query parameter in the {@code webhook_url} of a send; empty when there is none. */
    String planted(String parameter) {
        String url;
        try {
            url = Json.text(Json.mapper().readTree(body), "webhook_url");
        } catch (JacksonException malformed) {
            return "";
        }
        Matcher found =
                Pattern.compile("[?&]" + Pattern.quote(parameter) + "=([^&#]*)").matcher(url == null ? "" : url);
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
    }

    JournalEntry decided(String newOutcome, int newStatus, @Nullable String newMessageId) {
        return new JournalEntry(sequence, at, method, path, query, headers, body, newOutcome, newStatus, newMessageId);
    }

    @Override
    public String toString() {
        return sequence + " " + method + " " + path + " " + outcome;
    }
}
