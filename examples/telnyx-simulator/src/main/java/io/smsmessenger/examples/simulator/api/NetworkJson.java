package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.Network;
import io.smsmessenger.examples.simulator.carrier.Refusal;
import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.examples.simulator.carrier.WebhookFault;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.http.Response.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The knobs as JSON. What a change does not name stays as it is. */
final class NetworkJson {
    private NetworkJson() {}

    static ObjectNode of(Network network) {
        ObjectNode json = Json.object()
                .put("delayMillis", network.delay().toMillis())
                .put("loseReceipts", network.loseReceipts())
                .put("duplicate", network.duplicate())
                .put("shuffle", network.shuffle());
        ArrayNode sends = json.putArray("nextSends");
        network.pendingSendFaults()
                .forEach(fault -> sends.addObject()
                        .put("accepted", fault.accepted())
                        .put("status", fault.status())
                        .put("code", fault.code())
                        .put("retryAfter", fault.retryAfter())
                        .put("ending", fault.ending().name().toLowerCase(Locale.ROOT))
                        .put("waitMillis", fault.delay().toMillis()));
        ArrayNode webhooks = json.putArray("nextWebhooks");
        network.pendingWebhookFaults()
                .forEach(fault -> webhooks.add(fault.name().toLowerCase(Locale.ROOT)));
        return json;
    }

    static void apply(ObjectNode json, Network network) {
        try {
            List<SendFault> sends = new ArrayList<>();
            json.path("nextSends").forEach(node -> sends.add(sendFault(node)));
            List<WebhookFault> webhooks = new ArrayList<>();
            json.path("nextWebhooks")
                    .forEach(node ->
                            webhooks.add(WebhookFault.valueOf(node.asString("").toUpperCase(Locale.ROOT))));
            network.delay(Duration.ofMillis(
                            json.path("delayMillis").asLong(network.delay().toMillis())))
                    .loseReceipts(json.path("loseReceipts").asInt(network.loseReceipts()))
                    .duplicate(json.path("duplicate").asInt(network.duplicate()))
                    .shuffle(json.path("shuffle").asBoolean(network.shuffle()));
            if (json.has("nextSends")) {
                network.replaceSendFaults(sends);
            }
            if (json.has("nextWebhooks")) {
                network.replaceWebhookFaults(webhooks);
            }
        } catch (IllegalArgumentException invalid) {
            throw new Refusal(Failure.MALFORMED, String.valueOf(invalid.getMessage()), null);
        }
    }

    private static SendFault sendFault(JsonNode node) {
        int status = node.path("status").asInt(0);
        if (status != 0 && (status < 200 || status > 599)) {
            throw new IllegalArgumentException("No HTTP status: " + status);
        }
        String ending = node.path("ending").asString("answer").toUpperCase(Locale.ROOT);
        return new SendFault(
                node.path("accepted").asBoolean(false),
                status,
                Json.text(node, "code"),
                Json.text(node, "retryAfter"),
                Ending.valueOf(ending),
                Duration.ofMillis(Math.max(0, node.path("waitMillis").asLong(0))));
    }
}
