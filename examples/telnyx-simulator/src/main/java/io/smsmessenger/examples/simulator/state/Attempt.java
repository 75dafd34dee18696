package io.smsmessenger.examples.simulator.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to hand over a webhook.
 *
 * @param url where it went
 * @param status the HTTP status, or 0 when no answer came in time
 * @param body the start of the answer's body, or the reason why there was none
 * @param startedAt when it began
 * @param finishedAt when it ended
 */
public record Attempt(String url, int status, @Nullable String body, Instant startedAt, Instant finishedAt) {

    /** Whether the receiver took it: any 2xx does. */
    public boolean delivered() {
        return status >= 200 && status < 300;
    }
}
