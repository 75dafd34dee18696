package io.smsmessenger.spring.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route answers.
 *
 * @param status the HTTP status
 * @param headers further headers
 * @param body a record to be written as JSON, null for none
 */
record Answer(
        int status, Map<String, String> headers, @Nullable Object body) {
    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer ok(Object body) {
        return new Answer(200, Map.of(), body);
    }

    static Answer created(String location, Object body) {
        return new Answer(201, Map.of("Location", location), body);
    }

    static Answer nothing() {
        return new Answer(204, Map.of(), null);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
