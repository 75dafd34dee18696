package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.Network;
import io.smsmessenger.examples.simulator.carrier.Odds;
import io.smsmessenger.examples.simulator.carrier.RateLimit;
import io.smsmessenger.examples.simulator.carrier.RateLimit.Form;
import io.smsmessenger.examples.simulator.carrier.Refusal;
import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.examples.simulator.carrier.WebhookFault;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.http.Response.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
                .put("shuffle", network.shuffle())
                .put("eventsFirst", network.eventsFirst());
        network.rateLimit()
                .ifPresent(limit -> json.putObject("rateLimit")
                        .put("perSecond", limit.perSecond())
                        .put("form", limit.form().name().toLowerCase(Locale.ROOT))
                        .put("waitSeconds", limit.waitSeconds()));
        ArrayNode odds = json.putArray("odds");
        network.odds().forEach(each -> write(each.fault(), odds.addObject().put("perMille", each.perMille())));
        ArrayNode sends = json.putArray("nextSends");
        network.pendingSendFaults().forEach(fault -> write(fault, sends.addObject()));
        ArrayNode webhooks = json.putArray("nextWebhooks");
        network.pendingWebhookFaults()
                .forEach(fault -> webhooks.add(fault.name().toLowerCase(Locale.ROOT)));
        return json;
    }

    private static void write(SendFault fault, ObjectNode json) {
        json.put("accepted", fault.accepted())
                .put("status", fault.status())
                .put("code", fault.code())
                .put("retryAfter", fault.retryAfter())
                .put("ending", fault.ending().name().toLowerCase(Locale.ROOT))
                .put("waitMillis", fault.delay().toMillis());
    }

    static void apply(ObjectNode json, Network network) {
        try {
            List<SendFault> sends = new ArrayList<>();
            json.path("nextSends").forEach(node -> sends.add(sendFault(node)));
            List<WebhookFault> webhooks = new ArrayList<>();
            json.path("nextWebhooks")
                    .forEach(node ->
                            webhooks.add(WebhookFault.valueOf(node.asString("").toUpperCase(Locale.ROOT))));
            List<Odds> odds = new ArrayList<>();
            json.path("odds")
                    .forEach(node -> odds.add(new Odds(node.path("perMille").asInt(0), sendFault(node))));
            network.delay(Duration.ofMillis(
                            json.path("delayMillis").asLong(network.delay().toMillis())))
                    .loseReceipts(json.path("loseReceipts").asInt(network.loseReceipts()))
                    .duplicate(json.path("duplicate").asInt(network.duplicate()))
                    .shuffle(json.path("shuffle").asBoolean(network.shuffle()))
                    .eventsFirst(json.path("eventsFirst").asBoolean(network.eventsFirst()));
            if (json.has("rateLimit")) {
                network.rateLimit(rateLimit(json.path("rateLimit")));
            }
            if (json.has("odds")) {
                network.odds(odds);
            }
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

    private static @Nullable RateLimit rateLimit(JsonNode node) {
        return node.isNull()
                ? null
                : new RateLimit(
                        node.path("perSecond").asInt(0),
                        Form.valueOf(node.path("form").asString("none").toUpperCase(Locale.ROOT)),
                        node.path("waitSeconds").asInt(1));
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
