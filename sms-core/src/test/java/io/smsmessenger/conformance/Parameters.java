package io.smsmessenger.conformance;

import io.smsmessenger.conformance.OpenApi.Operation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Validates the path, query and header parameters of a request, {@code deepObject} ones included. */
final class Parameters {
    private static final Pattern KEY = Pattern.compile("\\[([^\\]]+)\\]");

    private final OpenApi specification;
    private final Schemas schemas;
    private final Coercion coercion;

    Parameters(OpenApi specification, Schemas schemas) {
        this.specification = specification;
        this.schemas = schemas;
        this.coercion = new Coercion(specification);
    }

    List<Violation> check(Operation operation, Exchange exchange) {
        List<Place> declared = Stream.of(operation.pathItem(), operation.place())
                .flatMap(place -> specification.resolvedItems(place.child("parameters")).stream())
                .toList();
        List<Violation> violations = new ArrayList<>();
        Map<Place, JsonNode> given = new LinkedHashMap<>();
        query(operation, exchange, declared, violations).forEach(given::put);
        Map<String, String> path = variables(operation.template(), exchange.path());
        for (Place parameter : declared) {
            String name = parameter.text("name");
            switch (parameter.text("in")) {
                case "path" -> put(given, parameter, path.get(name));
                case "header" -> put(given, parameter, exchange.requestHeaders().get(name.toLowerCase(Locale.ROOT)));
                default -> {}
            }
            if (!given.containsKey(parameter)
                    && parameter.node().path("required").asBoolean(false)) {
                violations.add(new Violation(parameter.pointer(), "required", name, exchange.toString()));
            }
        }
        given.forEach((parameter, value) -> {
            Place schema = parameter.child("schema");
            JsonNode typed = coercion.typed(schema, value);
            violations.addAll(schemas.check(schema, typed, exchange + " parameter " + parameter.text("name")));
        });
        return violations;
    }

    private static void put(Map<Place, JsonNode> given, Place parameter, String value) {
        if (value != null) {
            given.put(parameter, JsonMapper.shared().getNodeFactory().stringNode(value));
        }
    }

    private static Map<Place, JsonNode> query(
            Operation operation, Exchange exchange, List<Place> declared, List<Violation> violations) {
        Map<Place, JsonNode> given = new LinkedHashMap<>();
        for (String pair :
                exchange.query().isEmpty() ? new String[0] : exchange.query().split("&", -1)) {
            String[] halves = pair.split("=", 2);
            String name = URLDecoder.decode(halves[0], StandardCharsets.UTF_8).replaceAll("\\[\\]$", "");
            String value = halves.length < 2 ? "" : URLDecoder.decode(halves[1], StandardCharsets.UTF_8);
            String deep = name.replaceAll("\\[.*", "");
            Optional<Place> exact = named(declared, name, false);
            Optional<Place> deepObject = named(declared, deep, true);
            if (exact.isPresent()) {
                put(given, exact.get(), value);
            } else if (deepObject.isPresent() && !deep.equals(name)) {
                ObjectNode tree = (ObjectNode) given.computeIfAbsent(
                        deepObject.get(), place -> JsonMapper.shared().createObjectNode());
                plant(tree, name.substring(deep.length()), value);
            } else {
                violations.add(new Violation(
                        operation.place().child("parameters").pointer(), "undeclared", name, exchange.toString()));
            }
        }
        return given;
    }

    private static Optional<Place> named(List<Place> declared, String name, boolean deep) {
        return declared.stream()
                .filter(parameter -> parameter.text("in").equals("query")
                        && parameter.text("name").equals(name)
                        && parameter.text("style").equals("deepObject") == deep)
                .findFirst();
    }

    private static void plant(ObjectNode tree, String keys, String value) {
        Matcher key = KEY.matcher(keys);
        List<String> names = new ArrayList<>();
        while (key.find()) {
            names.add(key.group(1));
        }
        ObjectNode parent = tree;
        for (String name : names.subList(0, names.size() - 1)) {
            parent = parent.withObjectProperty(name);
        }
        parent.put(names.get(names.size() - 1), value);
    }

    private static Map<String, String> variables(String template, String path) {
        Map<String, String> variables = new HashMap<>();
        String[] names = template.split("/", -1);
        String[] parts = path.split("/", -1);
        int offset = parts.length - names.length;
        for (int i = 0; i < names.length && offset >= 0; i++) {
            if (names[i].startsWith("{")) {
                variables.put(
                        names[i].substring(1, names[i].length() - 1),
                        URLDecoder.decode(parts[i + offset].replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return variables;
    }
}
