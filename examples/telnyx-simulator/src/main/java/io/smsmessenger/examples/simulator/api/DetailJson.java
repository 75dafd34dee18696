package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Cost;
import io.smsmessenger.examples.simulator.carrier.MessageJson;
import io.smsmessenger.examples.simulator.carrier.Stamp;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.state.Message;
import io.smsmessenger.examples.simulator.state.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A detail record of a message; it has words of its own for the status. */
final class DetailJson {
    private static final Map<String, String> STATUS = Map.of(
            "delivered", "delivered",
            "delivery_unconfirmed", "dlr_unconfirmed",
            "delivery_failed", "failed",
            "sending_failed", "gw_reject",
            "webhook_delivered", "received");

    private DetailJson() {}

    static ObjectNode of(Message message, String profileName) {
        Times times = message.times();
        Cost cost = Cost.of(message.content());
        ObjectNode json = Json.object()
                .put("record_type", "message_detail_record")
                .put("uuid", message.id())
                .put("user_id", MessageJson.ORGANIZATION)
                .put("cli", message.from())
                .put("cld", message.to())
                .put("direction", message.inbound() ? "inbound" : "outbound")
                .put("message_type", message.content().type())
                .put("parts", message.content().parts())
                .put("cost", cost.total().toPlainString())
                .put("rate", cost.rate().toPlainString())
                .put("carrier_fee", cost.fee().toPlainString())
                .put("currency", "USD")
                .put("carrier", "SIMULATED MOBILE")
                .put("profile_id", message.profileId())
                .put("profile_name", profileName)
                .put("tags", "")
                .put("on_net", false)
                .put("fteu", false)
                .put("created_at", Stamp.of(times.receivedAt()));
        put(json, "status", STATUS.get(message.status()));
        put(json, "delivery_status_webhook_url", message.hooks().url());
        put(json, "delivery_status_failover_url", message.hooks().failoverUrl());
        put(json, "sent_at", Stamp.orNull(times.sentAt()));
        put(json, "completed_at", Stamp.orNull(times.completedAt()));
        put(json, "updated_at", Stamp.of(latest(times)));
        String failure = message.failure();
        json.set("errors", Json.strings(failure == null ? List.of() : List.of(failure)));
        return json;
    }

    private static Instant latest(Times times) {
        Instant latest = times.completedAt() == null ? times.sentAt() : times.completedAt();
        return latest == null ? times.receivedAt() : latest;
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
