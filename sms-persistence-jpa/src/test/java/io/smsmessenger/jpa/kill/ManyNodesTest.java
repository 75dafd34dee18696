package io.smsmessenger.jpa.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.jpa.Engine;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More workers than cores want the same rows, and their leases are over before they have got far. */
@Tag("slow")
class ManyNodesTest {
    private static final int MESSAGES = 2_000;

    @Test
    @DisplayName("F-P8 4 processes, lease 1 s, 2,000 messages: one post each")
    void one_wins() throws Exception {
        try (Stage stage = Stage.on(Engine.POSTGRESQL)) {
            WorkerSettings worker =
                    stage.worker().times(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(15));
            Report report = new Report("F-P8");
            try (Fleet fleet =
                    new Fleet(ChildJvm.named("many-nodes"), 8, Collections.nCopies(4, worker)).awaitReady()) {
                Progress.during(stage, MESSAGES, 0, () -> {});
                fleet.stop();
            }
            Ledger ledger = stage.awaitSettled();
            report.print(stage, ledger, "4 processes");
            ledger.assertSound(stage.handedOver());
            assertThat(ledger.posts()).isEqualTo(MESSAGES);
            assertThat(ledger.everUnknown()).as("ever unknown").isZero();
        }
    }
}
