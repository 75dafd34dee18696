package io.smsmessenger.conformance;

import java.util.Map;

/**
 * A request and its answer as they went over the wire.
 *
 * @param query the raw query, empty when there is none
 * @param requestHeaders names in lower case, first values
 * @param status 0 when the connection broke without an answer
 */
record Exchange(
        String method,
        String path,
        String query,
        Map<String, String> requestHeaders,
        String requestBody,
        int status,
        Map<String, String> responseHeaders,
        String responseBody) {

    /** Marks a request that breaks the specification on purpose; it is not passed on. */
    static final String MALFORMED = "x-conformance-malformed";

    boolean malformed() {
        return requestHeaders.containsKey(MALFORMED);
    }

    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query) + " -> " + status;
    }
}
