package io.smsmessenger.examples.simulator.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that found its handler.
 *
 * @param request as it came
 * @param variables the parts of the path that the pattern names
 * @param query decoded; a repeated parameter keeps all its values, joined by commas
 */
public record Call(Request request, Map<String, String> variables, Map<String, String> query) {

    /** The part of the path under a name that the pattern has. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The pattern has no {" + name + "}");
        }
        return value;
    }

    /** A query parameter. */
    public @Nullable String parameter(String name) {
        return query.get(name);
    }
}
