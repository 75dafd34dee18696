package io.smsmessenger.jpa.kill;

import java.time.Duration;

/** The figures of a run, in one line of the test's output. */
final class Report {
    private final String name;
    private final long start = System.nanoTime();

    Report(String name) {
        this.name = name;
    }

    void print(Stage stage, Ledger ledger, String trouble) {
        System.out.printf(
                "%s: %s; %d posts, at most %d each; %d accepted, of these %d settled, the last %.1f s after the"
                        + " carrier's last word; lost %d, invented %d, unknown now %d, ever %d; %d messages in %.1f s%n",
                name,
                trouble,
                ledger.posts(),
                ledger.mostPosts(),
                ledger.accepted(),
                ledger.settled(),
                seconds(stage.settledWithin()),
                ledger.lost(),
                ledger.invented(),
                ledger.unknown(),
                ledger.everUnknown(),
                ledger.messages(),
                seconds(Duration.ofNanos(System.nanoTime() - start)));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
