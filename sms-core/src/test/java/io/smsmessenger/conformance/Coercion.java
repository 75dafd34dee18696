package io.smsmessenger.conformance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gives the texts of a query or a header the type that their schema asks for, where they can have it. */
final class Coercion {
    private final OpenApi specification;
    private final JsonNodeFactory nodes = JsonMapper.shared().getNodeFactory();

    Coercion(OpenApi specification) {
        this.specification = specification;
    }

    JsonNode typed(Place schema, JsonNode value) {
        List<Place> parts = specification.parts(schema);
        if (value.isObject()) {
            ObjectNode typed = nodes.objectNode();
            value.properties()
                    .forEach(property -> typed.set(
                            property.getKey(), below(parts, "properties", property.getKey(), property.getValue())));
            return typed;
        }
        return scalar(parts, value.asString());
    }

    private JsonNode scalar(List<Place> parts, String text) {
        Set<String> types =
                parts.stream().flatMap(part -> types(part.node().path("type"))).collect(Collectors.toSet());
        if (types.contains("string")) {
            return nodes.stringNode(text);
        }
        if (types.contains("integer") && text.matches("-?\\d{1,18}")) {
            return nodes.numberNode(Long.parseLong(text));
        }
        if (types.contains("number") && text.matches("-?\\d{1,18}(\\.\\d+)?")) {
            return nodes.numberNode(Double.parseDouble(text));
        }
        if (types.contains("boolean") && (text.equals("true") || text.equals("false"))) {
            return nodes.booleanNode(Boolean.parseBoolean(text));
        }
        if (types.contains("array")) {
            ArrayNode array = nodes.arrayNode();
            for (String item : text.split(",", -1)) {
                array.add(below(parts, "items", "", nodes.stringNode(item)));
            }
            return array;
        }
        return nodes.stringNode(text);
    }

    private JsonNode below(List<Place> parts, String keyword, String name, JsonNode value) {
        return parts.stream()
                .map(part -> name.isEmpty()
                        ? part.child(keyword)
                        : part.child(keyword).child(name))
                .filter(Place::exists)
                .findFirst()
                .map(schema -> typed(schema, value))
                .orElse(value);
    }

    private static Stream<String> types(JsonNode type) {
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false).map(JsonNode::asString)
                : Stream.of(type.asString(""));
    }
}
