package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.MessageJson;
import io.smsmessenger.examples.simulator.carrier.Stamp;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.state.Attempt;
import io.smsmessenger.examples.simulator.state.Event;
import io.smsmessenger.examples.simulator.state.Event.State;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What became of a webhook, attempt by attempt, the latest first. */
final class DeliveryJson {
    private static final int TIMED_OUT = 75001;

    private DeliveryJson() {}

    static ObjectNode of(Event event) {
        List<Attempt> attempts = event.attempts();
        ObjectNode json = Json.object()
                .put("record_type", "webhook_delivery")
                .put("id", event.id())
                .put("user_id", MessageJson.ORGANIZATION)
                .put("status", event.state() == State.DELIVERED ? "delivered" : "failed")
                .put(
                        "started_at",
                        Stamp.of(
                                attempts.isEmpty()
                                        ? event.occurredAt()
                                        : attempts.get(0).startedAt()))
                .put(
                        "finished_at",
                        Stamp.of(
                                attempts.isEmpty()
                                        ? event.occurredAt()
                                        : attempts.get(attempts.size() - 1).finishedAt()));
        json.set("webhook", webhook(event));
        for (int i = attempts.size() - 1; i >= 0; i--) {
            json.withArray("attempts").add(attempt(attempts.get(i)));
        }
        return json;
    }

    private static ObjectNode webhook(Event event) {
        ObjectNode webhook = Json.object()
                .put("event_type", event.type())
                .put("id", event.id())
                .put("occurred_at", Stamp.of(event.occurredAt()));
        webhook.set("payload", event.payload());
        return webhook.put("record_type", "event");
    }

    private static ObjectNode attempt(Attempt attempt) {
        ObjectNode json = Json.object()
                .put("status", attempt.delivered() ? "delivered" : "failed")
                .put("started_at", Stamp.of(attempt.startedAt()))
                .put("finished_at", Stamp.of(attempt.finishedAt()));
        ObjectNode http = json.putObject("http");
        http.putObject("request").put("url", attempt.url());
        if (attempt.status() == 0) {
            json.putArray("errors").add(TIMED_OUT);
        } else {
            http.putObject("response")
                    .put("status", attempt.status())
                    .put("body", attempt.body() == null ? "" : attempt.body());
        }
        return json;
    }
}
