package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.http.Response.Ending;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a send.
 *
 * @param accepted whether the carrier takes the message all the same
 * @param status the HTTP status of a refusal or false refusal, 0 for the true answer
 * @param code Telnyx's error code that goes with the status, or null for a body that is no JSON
 * @param retryAfter the value of the header of that name, or null
 * @param ending what becomes of the connection
 * @param delay how long the answer is held back
 */
public record SendFault(
        boolean accepted,
        int status,
        @Nullable String code,
        @Nullable String retryAfter,
        Ending ending,
        Duration delay) {

    /** Refused with an HTTP status and code; nothing is sent. */
    public static SendFault refuse(int status, @Nullable String code) {
        return new SendFault(false, status, code, null, Ending.ANSWER, Duration.ZERO);
    }

    /** Answered with an HTTP status and code as if refused, but the message goes out. */
    public static SendFault answerThoughAccepted(int status, @Nullable String code) {
        return new SendFault(true, status, code, null, Ending.ANSWER, Duration.ZERO);
    }

    /** The connection closes without an answer; the message goes out or not. */
    public static SendFault drop(boolean accepted) {
        return new SendFault(accepted, 0, null, null, Ending.DROP, Duration.ZERO);
    }

    /** The message goes out, and the connection breaks in the middle of the answer. */
    public static SendFault truncate() {
        return new SendFault(true, 0, null, null, Ending.TRUNCATE, Duration.ZERO);
    }

    /** The message goes out at once, the true answer comes late: webhooks outrun it, and callers time out. */
    public static SendFault hang(Duration delay) {
        return new SendFault(true, 0, null, null, Ending.ANSWER, delay);
    }

    /** The message does not go out, and the connection closes without an answer after the wait. */
    public static SendFault hangUnaccepted(Duration delay) {
        return new SendFault(false, 0, null, null, Ending.DROP, delay);
    }

    /** The message goes out or not, and the connection closes without an answer after the wait. */
    public static SendFault hangThenDrop(boolean accepted, Duration delay) {
        return new SendFault(accepted, 0, null, null, Ending.DROP, delay);
    }

    /** The same, with a connection that ends otherwise, such as in the middle of a refusal. */
    public SendFault withEnding(Ending other) {
        return new SendFault(accepted, status, code, retryAfter, other, delay);
    }

    /** The same with a {@code retry-after} header: seconds or an HTTP date. */
    public SendFault withRetryAfter(String value) {
        return new SendFault(accepted, status, code, value, ending, delay);
    }
}
