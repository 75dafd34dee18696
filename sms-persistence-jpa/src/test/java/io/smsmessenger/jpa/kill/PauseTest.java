package io.smsmessenger.jpa.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.jpa.Engine;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workers stand still for longer than their leases, wherever they are, and then go on as if nothing had happened. */
@Tag("slow")
class PauseTest {
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final int MESSAGES = 1_500;
    private static final int PAUSES = 6;

    @Test
    @DisplayName("F-P7 6 pauses of twice the lease by SIGSTOP in 1,500 messages: at most one post each")
    void pauses() throws Exception {
        try (Stage stage = Stage.on(Engine.POSTGRESQL)) {
            // Unknown is a label that others give to what the paused ones hold; they settle it themselves.
            WorkerSettings worker = stage.worker().times(LEASE, LEASE.plusSeconds(1), Duration.ofMinutes(15));
            Report report = new Report("F-P7");
            try (Fleet fleet = new Fleet(ChildJvm.named("pauses"), 7, Collections.nCopies(3, worker)).awaitReady();
                    Pauses pauses = new Pauses(fleet, LEASE.multipliedBy(2))) {
                Progress.during(stage, MESSAGES, PAUSES, pauses::one);
                pauses.awaitEnd();
                stage.awaitSettled();
                fleet.stop();
                Ledger ledger = stage.awaitSettled();
                report.print(stage, ledger, PAUSES + " pauses");
                ledger.assertSound(stage.handedOver());
                assertThat(ledger.posts()).isGreaterThan(MESSAGES / 2);
            }
        }
    }
}
