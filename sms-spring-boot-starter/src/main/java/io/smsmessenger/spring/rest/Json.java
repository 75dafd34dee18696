package io.smsmessenger.spring.rest;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads and writes the API's JSON in one way, whatever the host has set for its own. */
final class Json {
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z][A-Za-z_]{0,39}");

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .withCoercionConfig(LogicalType.Textual, text -> {
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .build();

    byte[] write(Object body) {
        return mapper.writeValueAsBytes(body);
    }

    <T> T read(byte[] body, Class<T> type) {
        try {
            T value = mapper.readValue(body, type);
            if (value == null) {
                throw Refusal.malformed("", "The body is a JSON object.");
            }
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            throw Refusal.malformed(pointer(unknown), "There is no such field; known are " + known(unknown) + ".");
        } catch (JacksonException unreadable) {
            // Its message repeats what was sent.
            String pointer = pointer(unreadable);
            throw Refusal.malformed(
                    pointer, pointer.isEmpty() ? "The body is a JSON object." : "This field has another type.");
        }
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return String.join(
                ", ",
                unknown.getKnownPropertyIds().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList());
    }

    private static String pointer(JacksonException unreadable) {
        StringBuilder pointer = new StringBuilder();
        List<JacksonException.Reference> path = unreadable.getPath();
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            if (name == null) {
                pointer.append('/').append(Math.max(step.getIndex(), 0));
            } else if (FIELD_NAME.matcher(name).matches()) {
                pointer.append('/').append(name);
            } else {
                // Not a name of ours, so it may be anything, even a number of somebody's.
                break;
            }
        }
        return pointer.toString();
    }
}
