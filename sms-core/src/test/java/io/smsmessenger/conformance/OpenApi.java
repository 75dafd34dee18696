package io.smsmessenger.conformance;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI 3.1 document: finds what it says about a request. */
final class OpenApi {
    /** One operation: the template of its path (the name, for a webhook) and its places. */
    record Operation(String method, String template, Place place, Place pathItem) {
        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    private final String text;
    private final JsonNode root;
    private final String basePath;

    OpenApi(String text) {
        this.text = text;
        this.root = JsonMapper.shared().readTree(text);
        this.basePath =
                URI.create(root.at("/servers/0/url").asString()).getPath().replaceAll("/$", "");
    }

    String text() {
        return text;
    }

    Place root() {
        return new Place("", root);
    }

    /** The operation for a method and a path of the server; literal parts of a template go before variable ones. */
    Optional<Operation> operation(String method, String path) {
        if (!path.startsWith(basePath + "/")) {
            return Optional.empty();
        }
        String[] parts = path.substring(basePath.length()).split("/", -1);
        return root.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(template -> matches(template.split("/", -1), parts))
                .map(template -> operation(method, template, root().child("paths")))
                .filter(operation -> operation.place().exists())
                .min(Comparator.comparing(operation ->
                        operation.template().chars().filter(c -> c == '{').count()));
    }

    Optional<Operation> webhook(String name) {
        Operation operation = operation("POST", name, root().child("webhooks"));
        return Optional.of(operation).filter(found -> found.place().exists());
    }

    private static Operation operation(String method, String template, Place parent) {
        Place item = parent.child(template);
        return new Operation(method, template, item.child(method.toLowerCase(Locale.ROOT)), item);
    }

    private static boolean matches(String[] template, String[] parts) {
        if (template.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!template[i].startsWith("{") && !template[i].equals(parts[i])) {
                return false;
            }
        }
        return true;
    }

    /** The place itself, or the one that its {@code $ref} leads to. */
    Place resolve(Place place) {
        Place found = place;
        while (found.node().has("$ref")) {
            String pointer = found.text("$ref").substring(1);
            found = new Place(pointer, root.at(JsonPointer.compile(pointer)));
            if (!found.exists()) {
                throw new IllegalStateException("The specification refers to nothing: " + pointer);
            }
        }
        return found;
    }

    /** A schema and all that may speak of the same value. */
    List<Place> parts(Place schema) {
        return alternatives(schema).stream().flatMap(List::stream).distinct().toList();
    }

    /** The ways a value can satisfy a schema, each with all the schemas that then speak of it. */
    List<List<Place>> alternatives(Place schema) {
        Place resolved = resolve(schema);
        List<List<Place>> ways = List.of(List.of(resolved));
        for (Place all : children(resolved.child("allOf"))) {
            ways = both(ways, alternatives(all));
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            List<List<Place>> choices = children(resolved.child(keyword)).stream()
                    .flatMap(choice -> alternatives(choice).stream())
                    .toList();
            ways = choices.isEmpty() ? ways : both(ways, choices);
        }
        return ways;
    }

    /** Every way of the one with every way of the other. */
    static List<List<Place>> both(List<List<Place>> some, List<List<Place>> others) {
        return some.stream()
                .flatMap(one -> others.stream()
                        .map(other ->
                                Stream.concat(one.stream(), other.stream()).toList()))
                .toList();
    }

    private static List<Place> children(Place array) {
        return IntStream.range(0, array.node().size()).mapToObj(array::item).toList();
    }

    /** The entries of an array, references followed; empty when there is no array. */
    List<Place> resolvedItems(Place array) {
        return children(array).stream().map(this::resolve).toList();
    }
}
