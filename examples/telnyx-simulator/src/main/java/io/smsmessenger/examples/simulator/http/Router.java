package io.smsmessenger.examples.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the handler of a request by method and path; patterns added first win. */
public final class Router<R> {
    private record Route<R>(String method, List<String> pattern, Function<Call, R> handler) {}

    private final List<Route<R>> routes = new ArrayList<>();

    /** Adds a handler; a part of the pattern in braces matches any one part of the path. */
    public Router<R> on(String method, String pattern, Function<Call, R> handler) {
        routes.add(new Route<>(method, parts(pattern), handler));
        return this;
    }

    /** All that is routed, as method, blank and pattern. */
    public List<String> operations() {
        return routes.stream()
                .map(route -> route.method() + " " + String.join("/", route.pattern()))
                .toList();
    }

    /** The answer, or empty when nothing is known under that method and path. */
    public Optional<R> route(Request request) {
        List<String> path = parts(request.path());
        for (Route<R> route : routes) {
            Map<String, String> variables = match(route.pattern(), path);
            if (variables != null && route.method().equals(request.method())) {
                return Optional.of(route.handler().apply(new Call(request, variables, query(request.query()))));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Map<String, String> match(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String expected = pattern.get(i);
            if (expected.startsWith("{")) {
                variables.put(expected.substring(1, expected.length() - 1), decode(path.get(i), true));
            } else if (!expected.equals(path.get(i))) {
                return null;
            }
        }
        return variables;
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", -1));
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals), false);
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1), false);
                query.merge(
                        name.endsWith("[]") ? name.substring(0, name.length() - 2) : name,
                        value,
                        (a, b) -> a + "," + b);
            }
        }
        return query;
    }

    private static String decode(String text, boolean plusStays) {
        try {
            return URLDecoder.decode(plusStays ? text.replace("+", "%2B") : text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
