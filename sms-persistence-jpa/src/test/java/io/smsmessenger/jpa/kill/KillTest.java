package io.smsmessenger.jpa.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.carrier.Odds;
import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.jpa.Engine;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Worker processes are killed again and again while they send: nothing is lost, and nothing is posted twice. */
@Tag("slow")
class KillTest {
    private static final int WORKERS = 3;

    @Test
    @DisplayName("F-P6 on PostgreSQL: 10,000 messages, 3 processes, 30 kills, 1 % of the answers dropped")
    void kills_on_postgresql() throws Exception {
        run(Engine.POSTGRESQL, 10_000, 30);
    }

    @Test
    @DisplayName("F-P6 on MariaDB: 2,000 messages, 3 processes, 6 kills, 1 % of the answers dropped")
    void kills_on_mariadb() throws Exception {
        run(Engine.MARIADB, 2_000, 6);
    }

    private static void run(Engine engine, int messages, int kills) throws Exception {
        try (Stage stage = Stage.on(engine)) {
            ChildJvm jvm = ChildJvm.named("kills-" + engine);
            stage.carrier().network().odds(new Odds(10, SendFault.drop(true)));
            Report report = new Report("F-P6 on " + engine);
            try (Fleet fleet = new Fleet(jvm, 42, Collections.nCopies(WORKERS, stage.worker())).awaitReady()) {
                Progress.during(stage, messages, kills, () -> fleet.kill(fleet.anyReady()));
                stage.awaitSettled();
                assertThat(fleet.revive())
                        .as("workers that ended by themselves")
                        .isZero();
                // The journal is read once nobody is left who could post.
                fleet.stop();
                Ledger ledger = stage.awaitSettled();
                int drops = stage.dropped();
                report.print(stage, ledger, kills + " kills, " + drops + " dropped answers");
                ledger.assertSound(stage.handedOver());
                assertThat(drops).as("dropped answers").isPositive();
                assertThat(ledger.everUnknown())
                        .as("ever unknown")
                        .isLessThanOrEqualTo(kills * WorkerSettings.CONCURRENCY + drops);
            }
        }
    }
}
