package io.smsmessenger.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/** Finds properties that a schema does not know; a JSON schema lets them pass unless it says otherwise. */
final class Undeclared {
    private final OpenApi specification;
    private final BiPredicate<Place, JsonNode> holds;
    private final String exchange;

    /** Needs to be told whether a value holds against a schema, to know which of several alternatives it is about. */
    Undeclared(OpenApi specification, BiPredicate<Place, JsonNode> holds, String exchange) {
        this.specification = specification;
        this.holds = holds;
        this.exchange = exchange;
    }

    List<Violation> find(Place schema, JsonNode value) {
        return find(List.of(schema), value, "");
    }

    /** What the alternative that fits best does not know. */
    private List<Violation> find(List<Place> schemas, JsonNode value, String at) {
        List<List<Place>> alternatives = List.of(List.of());
        for (Place schema : schemas) {
            alternatives = OpenApi.both(alternatives, specification.alternatives(schema));
        }
        List<List<Place>> fitting = alternatives.size() == 1
                ? alternatives
                : alternatives.stream()
                        .filter(parts -> parts.stream().allMatch(part -> holds.test(part, value)))
                        .toList();
        return (fitting.isEmpty() ? alternatives : fitting)
                .stream()
                        .map(parts -> search(parts, value, at))
                        .min(Comparator.comparing(List::size))
                        .orElse(List.of());
    }

    private List<Violation> search(List<Place> parts, JsonNode value, String at) {
        List<Violation> found = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(property -> {
                List<Place> declared = parts.stream()
                        .map(part -> part.child("properties").child(property.getKey()))
                        .filter(Place::exists)
                        .toList();
                if (!declared.isEmpty()) {
                    found.addAll(find(declared, property.getValue(), at + "/" + property.getKey()));
                } else {
                    closed(parts)
                            .ifPresent(part -> found.add(new Violation(
                                    part.pointer(), "undeclared", property.getKey(), exchange + " at " + at)));
                }
            });
        } else if (value.isArray()) {
            List<Place> items = parts.stream()
                    .map(p -> p.child("items"))
                    .filter(Place::exists)
                    .toList();
            value.forEach(item -> found.addAll(find(items, item, at + "/*")));
        }
        return found;
    }

    /** The schema that lists the properties, unless one says that there may be others or none lists any. */
    private static Optional<Place> closed(List<Place> parts) {
        return parts.stream().anyMatch(Undeclared::open)
                ? Optional.empty()
                : parts.stream().filter(part -> part.node().has("properties")).findFirst();
    }

    private static boolean open(Place part) {
        JsonNode additional = part.node().path("additionalProperties");
        return part.node().has("patternProperties")
                || additional.isObject()
                || (additional.isBoolean() && additional.asBoolean());
    }
}
