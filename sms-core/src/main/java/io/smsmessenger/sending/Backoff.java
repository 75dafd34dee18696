package io.smsmessenger.sending;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long a message waits after it was certainly not sent: what the carrier asks, else full jitter from 1 s to 5 min. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * How long to wait.
     *
     * @param attempts how often it was tried before this attempt
     * @param asked how long the carrier asks to wait, if it says
     */
    Duration delay(int attempts, @Nullable Duration asked) {
        long ceiling = Math.min(FIRST.toMillis() << Math.min(attempts, DOUBLINGS), LONGEST.toMillis());
        Duration own = Duration.ofMillis(random.nextLong(1, ceiling + 1));
        // A carrier that asks for a second each time does not get a try each second.
        return asked == null || asked.compareTo(own) < 0 ? own : asked.plusMillis(random.nextLong(1, FIRST.toMillis()));
    }
}
