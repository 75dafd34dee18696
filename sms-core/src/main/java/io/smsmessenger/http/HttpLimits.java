package io.smsmessenger.http;

import java.time.Duration;

/**
 * How long to wait and how much to read.
 *
 * @param connect longest time until a connection stands
 * @param call longest time for everything from look-up of the host to the last byte of the answer
 * @param answerBytes most bytes of an answer's body that are read
 */
public record HttpLimits(Duration connect, Duration call, int answerBytes) {
    public HttpLimits {
        if (connect.toMillis() <= 0 || call.toMillis() <= 0 || answerBytes <= 0) {
            throw new IllegalArgumentException("timeouts and the size of an answer are positive");
        }
    }
}
