package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.http.Response;
import io.smsmessenger.examples.simulator.http.Response.Ending;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A response of the carrier's API, and what the journal shall say about it. */
record Answer(Response response, String outcome, @Nullable String messageId) {

    static Answer of(Response response) {
        return new Answer(response, "answered " + response.status(), null);
    }

    static Answer ok(JsonNode body) {
        return of(Response.json(200, body.toString()));
    }

    static Answer data(JsonNode data) {
        return ok(Json.object().set("data", data));
    }

    int status() {
        return response.ending() == Ending.DROP ? 0 : response.status();
    }
}
