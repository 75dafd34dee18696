package io.smsmessenger.http;

import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How one request ended. */
public sealed interface HttpResult {
    /** An answer came. It may be cut short, and its meaning is for the caller to find. */
    final class Answer implements HttpResult {
        private final int status;
        private final Headers headers;
        private final byte[] body;
        private final boolean complete;

        Answer(int status, Headers headers, byte[] body, boolean complete) {
            this.status = status;
            this.headers = headers;
            this.body = body;
            this.complete = complete;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** The last value of a header, whatever the case of its name; null if it is absent. */
        public @Nullable String header(String name) {
            return headers.get(name);
        }

        /** The body as far as it came and as far as the limit allows; not a copy. */
        public byte[] body() {
            return body;
        }

        /** Whether the body is all that was sent. */
        public boolean complete() {
            return complete;
        }

        @Override
        public String toString() {
            return "Answer[" + status + ", " + body.length + " bytes" + (complete ? "]" : ", cut short]");
        }
    }

    /**
     * Nothing of the request was written: there was no connection to write it to.
     *
     * @param why in words, without private data
     */
    record NotSent(String why) implements HttpResult {}

    /**
     * The request, or a part of it, may have arrived, and no answer came.
     *
     * @param why in words, without private data
     */
    record Broken(String why) implements HttpResult {}
}
