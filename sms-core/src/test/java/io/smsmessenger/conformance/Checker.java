package io.smsmessenger.conformance;

import io.smsmessenger.conformance.OpenApi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds exchanges and webhooks against a specification. */
final class Checker {
    private final OpenApi specification;
    private final Schemas schemas;
    private final Parameters parameters;

    Checker(OpenApi specification) {
        this.specification = specification;
        this.schemas = new Schemas(specification);
        this.parameters = new Parameters(specification, schemas);
    }

    /** What the caller did wrong. */
    List<Violation> request(Exchange exchange) {
        return specification
                .operation(exchange.method(), exchange.path())
                .map(operation -> request(operation, exchange))
                .orElseGet(() -> List.of(unknown(exchange)));
    }

    /** What is wrong with a webhook that the specification knows by that name. */
    List<Violation> webhook(String name, Exchange exchange) {
        return specification
                .webhook(name)
                .map(operation -> requestBesidesSecurity(operation, exchange))
                .orElseGet(() -> List.of(new Violation("/webhooks", "undeclared", name, exchange.toString())));
    }

    /** What is wrong with the answer; a connection that broke gave none. */
    List<Violation> response(Exchange exchange) {
        if (exchange.status() == 0) {
            return List.of();
        }
        Optional<Operation> operation = specification.operation(exchange.method(), exchange.path());
        if (operation.isEmpty()) {
            return List.of(unknown(exchange));
        }
        Place responses = operation.get().place().child("responses");
        String status = String.valueOf(exchange.status());
        for (String key : List.of(status, status.charAt(0) + "XX", "default")) {
            if (responses.child(key).exists()) {
                Place response = specification.resolve(responses.child(key));
                return body(response, exchange.responseHeaders(), exchange.responseBody(), exchange + " answer");
            }
        }
        return List.of(new Violation(responses.pointer(), "undeclared", status, exchange.toString()));
    }

    private List<Violation> request(Operation operation, Exchange exchange) {
        List<Violation> violations = new ArrayList<>(requestBesidesSecurity(operation, exchange));
        Place own = operation.place().child("security");
        Place security = own.exists() ? own : specification.root().child("security");
        boolean bearer =
                exchange.requestHeaders().getOrDefault("authorization", "").matches("Bearer \\S+");
        for (int i = 0; i < security.node().size(); i++) {
            for (String scheme : security.item(i).node().propertyNames()) {
                Place place = specification
                        .root()
                        .child("components")
                        .child("securitySchemes")
                        .child(scheme);
                if (!place.text("scheme").equals("bearer") || !bearer) {
                    violations.add(new Violation(place.pointer(), "security", scheme, exchange.toString()));
                }
            }
        }
        return violations;
    }

    private List<Violation> requestBesidesSecurity(Operation operation, Exchange exchange) {
        List<Violation> violations = new ArrayList<>(parameters.check(operation, exchange));
        Place body = specification.resolve(operation.place().child("requestBody"));
        if (exchange.requestBody().isEmpty()) {
            if (body.node().path("required").asBoolean(false)) {
                violations.add(new Violation(body.pointer(), "required", "body", exchange.toString()));
            }
        } else {
            violations.addAll(body(body, exchange.requestHeaders(), exchange.requestBody(), exchange.toString()));
        }
        return violations;
    }

    private List<Violation> body(Place place, Map<String, String> headers, String text, String exchange) {
        Place content = place.child("content");
        if (text.isEmpty()) {
            return content.node().isEmpty()
                    ? List.of()
                    : List.of(new Violation(content.pointer(), "required", "body", exchange));
        }
        String type = headers.getOrDefault("content-type", "").replaceAll(";.*", "");
        if (!content.child(type).exists()) {
            return List.of(new Violation(content.pointer(), "undeclared", type, exchange));
        }
        try {
            JsonNode value = JsonMapper.shared().readTree(text);
            return schemas.check(content.child(type).child("schema"), value, exchange);
        } catch (JacksonException malformed) {
            return List.of(new Violation(content.child(type).pointer(), "json", "", exchange));
        }
    }

    private static Violation unknown(Exchange exchange) {
        return new Violation("/paths", "undeclared", exchange.method() + " " + exchange.path(), exchange.toString());
    }
}
