package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.Refusal;
import io.smsmessenger.examples.simulator.http.Call;
import io.smsmessenger.examples.simulator.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads request bodies and refuses what is not of the documented type. */
final class Bodies {
    private Bodies() {}

    static ObjectNode object(Call call) {
        try {
            if (Json.mapper().readTree(call.request().body()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw new Refusal(Failure.NOT_JSON, "The request body is not valid JSON.", null);
        }
        throw new Refusal(Failure.MALFORMED, "The request body must be a JSON object.", null);
    }

    static @Nullable String string(ObjectNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new Refusal(Failure.MALFORMED, "'" + name + "' must be a string.", "/" + name);
        }
        return value.asString();
    }

    static String required(ObjectNode body, String name) {
        String value = string(body, name);
        if (value == null || value.isEmpty()) {
            throw new Refusal(Failure.MISSING_PARAMETER, "The '" + name + "' parameter is required.", "/" + name);
        }
        return value;
    }

    static boolean flag(ObjectNode body, String name, boolean otherwise) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new Refusal(Failure.MALFORMED, "'" + name + "' must be a boolean.", "/" + name);
        }
        return value.asBoolean();
    }

    static void array(ObjectNode body, String name) {
        JsonNode value = body.path(name);
        boolean fine = value.isMissingNode() || value.isNull() || value.isArray();
        if (!fine) {
            throw new Refusal(Failure.MALFORMED, "'" + name + "' must be an array.", "/" + name);
        }
    }
}
