package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.state.Attempt;
import io.smsmessenger.examples.simulator.state.Event;
import io.smsmessenger.examples.simulator.state.Event.State;
import io.smsmessenger.examples.simulator.state.Store;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands events to the account's webhooks as Telnyx does: a number of attempts per URL, each freshly stamped and
 * signed, with growing pauses, then the failover URL, then never again.
 */
final class Webhooks implements AutoCloseable {
    private static final Duration OLD = Duration.ofMinutes(10);

    private final Store store;
    private final Signer signer;
    private final Network network;
    private final Timings timings;
    private final Tasks tasks;
    private final Clock clock;
    private final WireLog wire;
    private final Post post;

    Webhooks(Store store, Signer signer, Network network, Timings timings, Tasks tasks, Clock clock, WireLog wire) {
        this.store = store;
        this.signer = signer;
        this.network = network;
        this.timings = timings;
        this.tasks = tasks;
        this.clock = clock;
        this.wire = wire;
        this.post = new Post(clock, timings.answerLimit(), tasks);
    }

    /** Delivers an event that is in the store; runs the rest after its first attempt, whatever came of it. */
    void deliver(Event event, Runnable afterFirstAttempt) {
        tasks.after(Duration.ZERO, () -> {
            try {
                attempt(event.id());
            } finally {
                afterFirstAttempt.run();
            }
        });
    }

    /** Delivers the event once more with the same id, and does not care what comes of it. */
    void repeat(Event event) {
        tasks.after(Duration.ZERO, () -> {
            if (!event.urls().isEmpty()) {
                send(event, event.urls().get(0), 1);
            }
        });
    }

    private void attempt(String eventId) {
        Optional<Event> found = store.events().get(eventId);
        if (found.isEmpty() || found.get().state() != State.PENDING) {
            return;
        }
        Event event = found.get();
        int before = event.attempts().size();
        int last = event.urls().size() * timings.attemptsPerUrl();
        if (before >= last) {
            store.events().update(eventId, row -> row.in(State.FAILED));
            return;
        }
        Attempt attempt = send(event, event.urls().get(before / timings.attemptsPerUrl()), before + 1);
        State state = attempt.delivered() ? State.DELIVERED : before + 1 < last ? State.PENDING : State.FAILED;
        store.events().update(eventId, row -> row.tried(attempt, state));
        if (state == State.PENDING) {
            tasks.after(pause(before + 1), () -> attempt(eventId));
        }
    }

    private Duration pause(int attemptsMade) {
        int onThisUrl = attemptsMade % timings.attemptsPerUrl();
        return onThisUrl == 0 ? Duration.ZERO : timings.backOff().multipliedBy(1L << (onThisUrl - 1));
    }

    private Attempt send(Event event, String url, int number) {
        Optional<WebhookFault> fault = network.takeWebhookFault();
        byte[] body = envelope(event, url, number).toString().getBytes(StandardCharsets.UTF_8);
        Instant stamp = fault.filter(WebhookFault.OLD_TIMESTAMP::equals).isPresent()
                ? clock.instant().minus(OLD)
                : clock.instant();
        byte[] signed = fault.filter(WebhookFault.BAD_SIGNATURE::equals).isPresent() ? new byte[] {'?'} : body;
        long seconds = stamp.getEpochSecond();
        Attempt attempt = post.send(
                url,
                body,
                Map.of(
                        "telnyx-timestamp", String.valueOf(seconds),
                        "telnyx-signature-ed25519", signer.sign(signed, seconds)));
        wire.add(new WireLog.Line(
                attempt.startedAt(),
                "webhook",
                event.type() + " to " + url,
                attempt.status(),
                Duration.between(attempt.startedAt(), attempt.finishedAt()).toMillis(),
                "attempt " + number + fault.map(f -> ", " + f).orElse(""),
                new String(body, StandardCharsets.UTF_8)));
        return attempt;
    }

    private static ObjectNode envelope(Event event, String url, int number) {
        ObjectNode envelope = Json.object();
        envelope.set("data", data(event));
        envelope.putObject("meta").put("attempt", number).put("delivered_to", url);
        return envelope;
    }

    static ObjectNode data(Event event) {
        ObjectNode data = Json.object()
                .put("event_type", event.type())
                .put("id", event.id())
                .put("occurred_at", Stamp.of(event.occurredAt()));
        data.set("payload", event.payload());
        return data.put("record_type", "event");
    }

    @Override
    public void close() {
        post.close();
    }
}
