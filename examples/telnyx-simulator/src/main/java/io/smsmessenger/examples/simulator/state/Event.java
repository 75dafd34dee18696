package io.smsmessenger.examples.simulator.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Something the account's webhooks are told.
 *
 * @param id a UUID, the same for all attempts and duplicates
 * @param type for example {@code message.finalized}
 * @param messageId the message it is about
 * @param occurredAt when it happened
 * @param payload the message as it was then
 * @param urls where it goes, in order
 * @param state how far it got
 * @param attempts all tries so far
 */
public record Event(
        String id,
        String type,
        String messageId,
        Instant occurredAt,
        JsonNode payload,
        List<String> urls,
        State state,
        List<Attempt> attempts) {

    /** How far an event got. */
    public enum State {
        /** To be tried, for the first time or again. */
        PENDING,
        /** Taken by a receiver. */
        DELIVERED,
        /** Given up. */
        FAILED,
        /** Lost on purpose: nobody was ever told. */
        LOST
    }

    /** Copies the lists. */
    public Event {
        urls = List.copyOf(urls);
        attempts = List.copyOf(attempts);
    }

    /** The same in another state. */
    public Event in(State newState) {
        return new Event(id, type, messageId, occurredAt, payload, urls, newState, attempts);
    }

    /** The same with one more attempt. */
    public Event tried(Attempt attempt, State newState) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        return new Event(id, type, messageId, occurredAt, payload, urls, newState, all);
    }

    @Override
    public String toString() {
        return type + " " + id + " " + state;
    }
}
