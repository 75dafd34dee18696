package io.smsmessenger.examples.simulator.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that was read to its end, whatever server carried it.
 *
 * @param method upper case
 * @param path below the mount point, starting with a slash
 * @param query raw, without the question mark, or null
 * @param headers by lower-case name
 * @param body decoded as UTF-8
 */
public record Request(String method, String path, @Nullable String query, Map<String, String> headers, String body) {

    /** Copies the headers. */
    public Request {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header, by lower-case name. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
