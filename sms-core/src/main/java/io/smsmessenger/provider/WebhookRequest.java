package io.smsmessenger.provider;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A webhook as it came over the wire: the raw bytes, since signatures are made over them, and the headers, whose names
 * are found whatever their case.
 */
public final class WebhookRequest {
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /**
     * Takes over both; the array is not copied and must not be changed any more.
     *
     * @param headers all values of each header
     * @param body the bytes, not decoded
     */
    public WebhookRequest(Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> byName = new TreeMap<>();
        headers.forEach((name, values) -> byName.merge(
                name.toLowerCase(Locale.ROOT),
                List.copyOf(values),
                (a, b) ->
                        // Two spellings of one name are one header that came twice.
                        Stream.concat(a.stream(), b.stream()).toList()));
        this.headers = byName;
        this.body = body;
    }

    /** All values of a header, none if it is absent. */
    public List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The bytes themselves, not a copy. */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "WebhookRequest[" + body.length + " bytes]";
    }
}
