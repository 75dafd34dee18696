package io.smsmessenger.conformance;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Validates values against schemas of the specification, formats included. */
final class Schemas {
    private static final String IRI = "https://specification.invalid/openapi.json";

    private final OpenApi specification;
    private final SchemaRegistry registry;

    Schemas(OpenApi specification) {
        this.specification = specification;
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        this.registry = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemaRegistryConfig(config).schemas(Map.of(IRI, specification.text())));
    }

    List<Violation> check(Place schema, JsonNode value, String exchange) {
        Place resolved = specification.resolve(schema);
        List<Violation> violations = new ArrayList<>();
        BestBranch.only(errors(resolved, value)).forEach(error -> violations.add(violation(error, exchange)));
        violations.addAll(
                new Undeclared(specification, (part, node) -> errors(part, node).isEmpty(), exchange)
                        .find(resolved, value));
        return violations;
    }

    private List<Error> errors(Place schema, JsonNode value) {
        return registry.getSchema(SchemaLocation.of(IRI + "#" + schema.pointer()))
                .validate(value);
    }

    private static Violation violation(Error error, String exchange) {
        JsonNode instance = error.getInstanceNode();
        String at = error.getInstanceLocation().toString().replaceAll("/\\d+(?=/|$)", "/*");
        String what = switch (error.getKeyword()) {
            case "required" -> String.valueOf(error.getProperty());
            case "oneOf", "anyOf", "discriminator" -> Arrays.toString(error.getArguments());
            default -> instance != null && instance.isValueNode() ? instance.asString() : "";
        };
        return new Violation(
                error.getSchemaLocation().getFragment().toString(), error.getKeyword(), what, exchange + " at " + at);
    }
}
