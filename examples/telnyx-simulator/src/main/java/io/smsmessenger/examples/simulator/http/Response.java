package io.smsmessenger.examples.simulator.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What goes back, and how the connection ends, because a simulated carrier must also be able to misbehave.
 *
 * @param status HTTP status
 * @param headers besides content type and length
 * @param contentType of the body
 * @param body sent as UTF-8
 * @param ending what becomes of the connection
 * @param delay how long the answer is held back
 */
public record Response(
        int status, Map<String, String> headers, String contentType, String body, Ending ending, Duration delay) {

    /** What becomes of the connection. */
    public enum Ending {
        /** The whole answer is sent. */
        ANSWER,
        /** Half of the answer is sent, then the connection breaks. */
        TRUNCATE,
        /** The connection closes without an answer. */
        DROP
    }

    /** Copies the headers. */
    public Response {
        headers = Map.copyOf(headers);
    }

    /** A plain JSON answer. */
    public static Response json(int status, String body) {
        return of(status, "application/json; charset=utf-8", body);
    }

    /** A plain answer of any type. */
    public static Response of(int status, String contentType, String body) {
        return new Response(status, Map.of(), contentType, body, Ending.ANSWER, Duration.ZERO);
    }

    /** The same with one more header. */
    public Response withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, contentType, body, ending, delay);
    }

    /** The same, ending otherwise. */
    public Response withEnding(Ending other) {
        return new Response(status, headers, contentType, body, other, delay);
    }

    /** The same, held back. */
    public Response withDelay(Duration longer) {
        return new Response(status, headers, contentType, body, ending, longer);
    }
}
