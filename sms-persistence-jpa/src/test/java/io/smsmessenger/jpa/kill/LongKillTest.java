package io.smsmessenger.jpa.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.carrier.Odds;
import io.smsmessenger.examples.simulator.carrier.SendFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything at once, for long: kills, pauses past the lease, crashes of the database, and answers that get lost. */
@Tag("long")
class LongKillTest {
    private static final int MESSAGES = Integer.getInteger("kills.messages", 100_000);
    private static final int KILLS = Integer.getInteger("kills.kills", 100);
    private static final int PAUSES = Integer.getInteger("kills.pauses", 20);
    private static final int CRASHES = Integer.getInteger("kills.crashes", 10);
    private static final int WORKERS = 4;
    private static final Duration LEASE = Duration.ofSeconds(3);

    @Test
    @DisplayName("F-P6, F-P7: 100,000 messages, 4 processes, 100 kills, 20 pauses past the lease, 10 database crashes,"
            + " 1 % of the answers dropped")
    void everything_at_once() throws Exception {
        try (CrashingPostgres postgres = new CrashingPostgres(Path.of("target", "kills", "crashes"));
                Stage stage = Stage.on(postgres.database())) {
            stage.carrier().network().odds(new Odds(10, SendFault.drop(true)));
            WorkerSettings worker = stage.worker().times(LEASE, Duration.ofSeconds(10), Duration.ofMinutes(15));
            Report report = new Report("F-P6 long");
            AtomicInteger ended = new AtomicInteger();
            try (Fleet fleet =
                            new Fleet(ChildJvm.named("long"), 100, Collections.nCopies(WORKERS, worker)).awaitReady();
                    Pauses pauses = new Pauses(fleet, LEASE.plusSeconds(2))) {
                List<Runnable> troubles = new ArrayList<>(Collections.nCopies(KILLS, () -> {
                    ended.addAndGet(fleet.revive());
                    fleet.kill(fleet.anyReady());
                }));
                troubles.addAll(Collections.nCopies(PAUSES, pauses::one));
                troubles.addAll(Collections.nCopies(CRASHES, () -> crash(postgres, stage)));
                Collections.shuffle(troubles, new Random(100));
                var next = troubles.iterator();
                Progress.during(
                        stage, MESSAGES, troubles.size(), () -> next.next().run());
                pauses.awaitEnd();
                ended.addAndGet(fleet.revive());
                stage.awaitSettled();
                fleet.stop();
                Ledger ledger = stage.awaitSettled();
                int drops = stage.dropped();
                report.print(
                        stage,
                        ledger,
                        KILLS + " kills, " + PAUSES + " pauses, " + CRASHES + " database crashes, " + drops
                                + " dropped answers, " + ended + " workers that did not outlive a crash");
                ledger.assertSound(stage.handedOver());
                // A crash of the database may leave what every worker held between gate and settlement.
                assertThat(ledger.everUnknown())
                        .as("ever unknown")
                        .isLessThanOrEqualTo((KILLS + PAUSES + CRASHES * WORKERS) * WorkerSettings.CONCURRENCY + drops);
            }
        }
    }

    private static void crash(CrashingPostgres postgres, Stage stage) {
        try {
            postgres.crash();
            stage.reconnect();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
