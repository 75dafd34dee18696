package io.smsmessenger.jpa.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.jpa.Engine;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workers whose clocks disagree: that can delay messages, and make others call them unknown for a moment. */
@Tag("slow")
class WrongClocksTest {
    private static final int MESSAGES = 1_000;
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    @DisplayName(
            "F-P9 clocks 10 minutes behind, right until they step back an hour, and 10 minutes ahead; 1,000 messages:"
                    + " one post each, in less than three times the time of right clocks")
    void clocks_disagree() throws Exception {
        WorkerSettings[] none = new WorkerSettings[0];
        Duration right;
        try (Stage stage = Stage.on(Engine.POSTGRESQL)) {
            right = drain(stage, Collections.nCopies(3, stage.worker()).toArray(none));
        }
        try (Stage stage = Stage.on(Engine.POSTGRESQL)) {
            WorkerSettings worker = stage.worker();
            Duration wrong = drain(
                    stage,
                    worker.clock(TEN_MINUTES.negated(), Duration.ZERO),
                    worker.clock(Duration.ZERO, Duration.ofSeconds(6)),
                    worker.clock(TEN_MINUTES, Duration.ZERO));
            assertThat(wrong).isLessThan(right.multipliedBy(3));
        }
    }

    private static Duration drain(Stage stage, WorkerSettings... workers) throws Exception {
        Report report = new Report("F-P9");
        try (Fleet fleet = new Fleet(ChildJvm.named("wrong-clocks"), 9, List.of(workers)).awaitReady()) {
            long start = System.nanoTime();
            Progress.during(stage, MESSAGES, 0, () -> {});
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            stage.awaitSettled();
            fleet.stop();
            Ledger ledger = stage.awaitSettled();
            report.print(
                    stage,
                    ledger,
                    "clocks ahead by "
                            + List.of(workers).stream()
                                    .map(WorkerSettings::clockOffset)
                                    .toList());
            ledger.assertSound(stage.handedOver());
            assertThat(ledger.posts()).isEqualTo(MESSAGES);
            return took;
        }
    }
}
