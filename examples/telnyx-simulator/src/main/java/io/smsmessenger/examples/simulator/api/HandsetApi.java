package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Carrier;
import io.smsmessenger.examples.simulator.carrier.Refusal;
import io.smsmessenger.examples.simulator.carrier.Signer;
import io.smsmessenger.examples.simulator.http.Call;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.http.Request;
import io.smsmessenger.examples.simulator.http.Response;
import io.smsmessenger.examples.simulator.http.Router;
import io.smsmessenger.examples.simulator.state.HandsetMessage;
import io.smsmessenger.examples.simulator.state.Journal;
import io.smsmessenger.examples.simulator.state.JournalEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the simulator itself offers: handsets to text from, the knobs of the network, and what went over the wire. */
final class HandsetApi {
    private final Carrier carrier;
    private final Journal journal;
    private final Signer signer;
    private final Router<Response> router = new Router<>();

    HandsetApi(Carrier carrier, Journal journal, Signer signer) {
        this.carrier = carrier;
        this.journal = journal;
        this.signer = signer;
        router.on("GET", "/api/account", call -> account())
                .on("GET", "/api/handsets", call -> handsets())
                .on("GET", "/api/handsets/{e164}/messages", this::messages)
                .on("POST", "/api/handsets/{e164}/messages", this::text)
                .on("GET", "/api/network", call -> network())
                .on("PUT", "/api/network", this::changeNetwork)
                .on("GET", "/api/wire", call -> list(carrier.wire().lines()))
                .on("GET", "/api/journal", this::journal)
                .on("GET", "/api/sends", this::sends)
                .on("POST", "/api/reset", call -> reset());
    }

    Response handle(Request request) {
        if ("cross-site".equals(request.header("sec-fetch-site"))) {
            return Errors.of(403, "10010", "Not from another site");
        }
        try {
            return router.route(request).orElseGet(() -> Errors.notFound("No such resource."));
        } catch (Refusal refusal) {
            return Errors.of(refusal);
        }
    }

    private Response account() {
        ObjectNode body = Json.object().put("publicKey", signer.publicKey());
        ArrayNode numbers = body.putArray("numbers");
        carrier.store()
                .numbers()
                .all()
                .forEach(number -> numbers.addObject()
                        .put("phoneNumber", number.phoneNumber())
                        .put("profileId", number.profileId()));
        return Response.json(200, body.toString());
    }

    private Response handsets() {
        Map<String, ObjectNode> found = new LinkedHashMap<>();
        for (HandsetMessage message : carrier.store().handsetMessages().all()) {
            ObjectNode handset = found.computeIfAbsent(
                    message.handset(), number -> Json.object().put("number", number));
            handset.put("messages", handset.path("messages").asInt(0) + 1)
                    .put("lastText", message.text())
                    .put("lastAt", message.at().toString());
        }
        return list(found.values());
    }

    private Response messages(Call call) {
        String handset = call.variable("e164");
        return list(carrier.store().handsetMessages().all().stream()
                .filter(message -> message.handset().equals(handset))
                .toList());
    }

    private Response text(Call call) {
        ObjectNode body = Bodies.object(call);
        Bodies.array(body, "mediaUrls");
        String to = Bodies.required(body, "to");
        String text = Objects.requireNonNullElse(Bodies.string(body, "text"), "");
        List<String> media = Json.texts(body, "mediaUrls");
        if (text.isEmpty() && media.isEmpty()) {
            return Errors.of(400, "40316", "No content provided");
        }
        return carrier.receiving()
                .text(call.variable("e164"), to, text, media)
                .map(sent -> Response.json(201, Json.mapper().writeValueAsString(Map.of("data", sent))))
                .orElseGet(() -> Errors.notFound(to + " is no number of this account; order it or add it first."));
    }

    private Response network() {
        return Response.json(200, NetworkJson.of(carrier.network()).toString());
    }

    private Response changeNetwork(Call call) {
        NetworkJson.apply(Bodies.object(call), carrier.network());
        return network();
    }

    private Response journal(Call call) {
        String after = Objects.requireNonNullElse(call.parameter("after"), "0");
        long from = after.matches("\\d{1,15}") ? Long.parseLong(after) : 0;
        List<JournalEntry> entries = journal.entries().stream()
                .filter(entry -> entry.sequence() > from)
                .toList();
        return list(entries);
    }

    private Response sends(Call call) {
        String parameter = Objects.requireNonNullElse(call.parameter("by"), "ref");
        return Response.json(200, Json.mapper().writeValueAsString(Map.of("data", journal.sendsBy(parameter))));
    }

    private Response reset() {
        carrier.reset();
        return network();
    }

    private static Response list(Collection<?> rows) {
        return Response.json(200, Json.mapper().writeValueAsString(Map.of("data", rows)));
    }
}
