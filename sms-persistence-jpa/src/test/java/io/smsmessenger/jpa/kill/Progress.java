package io.smsmessenger.jpa.kill;

import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Hands messages over while something happens to the workers, evenly spread over them. */
final class Progress {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Progress() {}

    /** Does it {@code times} times while the messages leave, and returns when the last has left. */
    static void during(Stage stage, int messages, int times, Runnable trouble) {
        int before = stage.taken();
        CompletableFuture<Void> host = CompletableFuture.runAsync(() -> stage.send(messages));
        for (int time = 1; time <= times; time++) {
            int due = before + (int) ((long) messages * time / (times + 1));
            Eventually.value(
                    "the carrier has taken enough",
                    PATIENCE,
                    stage::taken,
                    taken -> taken >= due || host.isCompletedExceptionally());
            trouble.run();
        }
        host.join();
        stage.awaitSent(PATIENCE);
    }
}
