package io.smsmessenger.jpa.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.jpa.Engine;
import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Worker processes are killed again and again while they send: nothing is lost, and nothing is posted twice. */
@Tag("slow")
class KillTest {
    private static final Duration DRAIN = Duration.ofMinutes(8);
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final int WORKERS = 3;

    @Test
    @DisplayName("F-P6 on PostgreSQL: 10,000 messages, 3 processes, 30 kills, 1 % of the answers dropped")
    void kills_on_postgresql() throws Exception {
        run(Engine.POSTGRESQL, Integer.getInteger("kills.messages", 10_000), Integer.getInteger("kills.kills", 30));
    }

    @Test
    @DisplayName("F-P6 on MariaDB: 2,000 messages, 3 processes, 6 kills, 1 % of the answers dropped")
    void kills_on_mariadb() throws Exception {
        run(Engine.MARIADB, 2_000, 6);
    }

    private static void run(Engine engine, int messages, int kills) throws Exception {
        int drops = messages / 100;
        try (Stage stage = Stage.on(engine)) {
            ChildJvm jvm = ChildJvm.on(stage, engine.name());
            stage.carrier().network().replaceSendFaults(dropping(messages, drops));
            int before = stage.handedOver();
            long start = System.nanoTime();
            try (Fleet fleet = new Fleet(jvm, 42, Collections.nCopies(WORKERS, stage.worker()))) {
                fleet.awaitReady();
                System.out.println("workers ready after " + seconds(start));
                CompletableFuture<Void> host = CompletableFuture.runAsync(() -> stage.send(messages));
                for (int kill = 1; kill <= kills; kill++) {
                    int due = before + (int) ((long) messages * kill / (kills + 1));
                    Eventually.value("there is more to kill for", DRAIN, stage::gone, gone -> gone >= due);
                    fleet.kill(fleet.anyReady());
                }
                host.join();
                System.out.println("all killed after " + seconds(start));
                Eventually.value("all is sent", DRAIN, stage::open, open -> open == 0);
                System.out.println("all sent after " + seconds(start));
                assertThat(stage.carrier().awaitIdle(SETTLE)).isTrue();
                long evidence = System.nanoTime();
                Ledger ledger = Eventually.value(
                        "what the carrier took is known to be taken",
                        SETTLE,
                        () -> Ledger.of(stage),
                        now -> now.settled() == now.accepted());
                int dropped = drops - remaining(stage);
                System.out.println(engine + ": " + ledger + " kills=" + kills + " drops=" + dropped + " settled "
                        + seconds(evidence) + " after the last evidence, all in " + seconds(start));
                assertThat(fleet.revive())
                        .as("workers that ended by themselves")
                        .isZero();
                assertThat(ledger.messages()).isEqualTo(stage.handedOver());
                assertThat(ledger.mostPosts()).as("posts for one message").isEqualTo(1);
                assertThat(ledger.lost()).as("lost").isZero();
                assertThat(ledger.invented()).as("believed to be taken").isZero();
                assertThat(ledger.unknown()).as("left unknown").isEqualTo(stage.handedOver() - ledger.accepted());
                assertThat(ledger.everUnknown())
                        .as("ever unknown")
                        .isLessThanOrEqualTo(kills * WorkerSettings.CONCURRENCY + dropped);
            }
        }
    }

    private static List<SendFault> dropping(int messages, int drops) {
        List<SendFault> faults = new ArrayList<>(Collections.nCopies(drops, SendFault.drop(true)));
        faults.addAll(Collections.nCopies(messages - drops, SendFault.hang(Duration.ZERO)));
        Collections.shuffle(faults, new Random(42));
        return faults;
    }

    private static int remaining(Stage stage) {
        return Collections.frequency(stage.carrier().network().pendingSendFaults(), SendFault.drop(true));
    }

    private static String seconds(long since) {
        return "%.1f s".formatted((System.nanoTime() - since) / 1e9);
    }
}
