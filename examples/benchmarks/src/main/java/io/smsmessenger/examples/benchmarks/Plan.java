package io.smsmessenger.examples.benchmarks;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds how often the contestants take turns
 * @param longRounds the same where a round is long
 * @param warmUp how long each contestant runs before the first round
 * @param turn how long a turn lasts that is measured by time
 * @param peers how many conversations there are
 * @param backlog how many messages wait when claiming is measured
 * @param way how many messages go the whole way in a turn at 0 ms
 * @param slowWay the same at 50 ms
 * @param singles how many messages are sent on an idle system
 */
record Plan(
        int rounds,
        int longRounds,
        Duration warmUp,
        Duration turn,
        int peers,
        int backlog,
        int way,
        int slowWay,
        int singles) {
    /** The whole table in less than five minutes. */
    static Plan usual() {
        return new Plan(5, 3, Duration.ofSeconds(2), Duration.ofMillis(600), 2_000, 10_000, 1_600, 512, 200);
    }

    /** Just enough to see that everything runs. */
    static Plan tiny() {
        return new Plan(1, 1, Duration.ofMillis(20), Duration.ofMillis(20), 40, 200, 60, 32, 3);
    }
}
