package io.smsmessenger.jpa.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.jpa.Engine;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.store.Unresolved;
import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Worker processes end at an exact step, each with twenty messages that have all come to it: each of those is one run.
 * Another worker goes on after them.
 */
class FailPointTest {
    private static final int TOGETHER = 20;
    private static final int FEW = 2;
    private static final int MANY = 10;
    private static final int KILLED = 137;
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration SENDING = Duration.ofSeconds(4);
    private static final Duration PATIENT = Duration.ofSeconds(20);

    @Test
    @Tag("slow")
    @DisplayName("F-P1 (K0) killed before the claim: sent once, later; 2 kills, 40 messages")
    void before_the_claim() throws Exception {
        sentOnceByAnother("F-P1", FailPoint.BEFORE_CLAIM, FEW);
    }

    @Test
    @Tag("slow")
    @DisplayName("F-P2 (K1) killed between claim and gate: sent once by another after the lease, none unknown; 40 runs")
    void before_the_gate() throws Exception {
        sentOnceByAnother("F-P2", FailPoint.BEFORE_GATE, FEW);
    }

    @Test
    @Tag("slow")
    @DisplayName("F-P3 (K2) killed between gate and post: unknown, not posted, then probably not sent; 40 runs")
    void before_the_post() throws Exception {
        neverPosted(FEW);
    }

    @Test
    @Tag("slow")
    @DisplayName("F-P4 (K3) killed after the carrier's answer: settled by evidence, one post each; 40 runs")
    void before_the_settlement() throws Exception {
        settledByEvidence(FEW);
    }

    @Test
    @Tag("slow")
    @DisplayName("F-P5 (K4) killed after the settlement: nothing more happens; 40 runs")
    void after_the_settlement() throws Exception {
        nothingMore(FEW);
    }

    @Test
    @Tag("long")
    @DisplayName("F-P1 to F-P5: 200 runs each, F-P1 with 10 kills")
    void two_hundred_runs_each() throws Exception {
        sentOnceByAnother("F-P1", FailPoint.BEFORE_CLAIM, MANY);
        sentOnceByAnother("F-P2", FailPoint.BEFORE_GATE, MANY);
        neverPosted(MANY);
        settledByEvidence(MANY);
        nothingMore(MANY);
    }

    private static void sentOnceByAnother(String fault, FailPoint point, int processes) throws Exception {
        try (Stage stage = Stage.on(Engine.POSTGRESQL)) {
            die(stage, point, processes);
            assertThat(stage.carrier().journal()).as("calls by those that died").isEmpty();
            Ledger ledger = goOn(fault, stage, PATIENT, processes, () -> {});
            assertThat(ledger.accepted()).isEqualTo(stage.handedOver());
            assertThat(ledger.everUnknown()).as("ever unknown").isZero();
        }
    }

    private static void neverPosted(int processes) throws Exception {
        try (Stage stage = Stage.on(Engine.POSTGRESQL)) {
            die(stage, FailPoint.BEFORE_POST, processes);
            Ledger ledger = goOn("F-P3", stage, SENDING, processes, () -> awaitSilence(stage));
            assertThat(ledger.posts()).as("posts").isZero();
            assertThat(ledger.unknown()).isEqualTo(stage.handedOver());
        }
    }

    /** Waits until the carrier was asked for each of them and had nothing, often enough to mean something. */
    private static void awaitSilence(Stage stage) {
        List<Unresolved> silent = Eventually.value(
                "they are known to be probably not sent",
                Duration.ofSeconds(60),
                () -> unresolved(stage).stream()
                        .filter(each -> each.message().failure() != null
                                && each.message().failure().reason() == FailureReason.PROBABLY_NOT_SENT)
                        .toList(),
                found -> found.size() == stage.handedOver());
        assertThat(silent).allMatch(each -> each.silences() >= 2 && each.attempts() == 1);
    }

    private static List<Unresolved> unresolved(Stage stage) {
        List<Unresolved> all = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(100));
        while (next.isPresent()) {
            Page<Unresolved> page = stage.store().outbox().unresolved(next.get());
            all.addAll(page.items());
            next = page.next().map(PageRequest.first(100)::after);
        }
        return all;
    }

    private static void settledByEvidence(int processes) throws Exception {
        try (Stage stage = Stage.on(Engine.POSTGRESQL)) {
            // A quarter gets no receipt at all: for those the carrier's records are the evidence.
            stage.carrier().network().loseReceipts(50);
            die(stage, FailPoint.BEFORE_SETTLE, processes);
            assertThat(stage.carrier().sendsBy("ref")).hasSize(stage.handedOver());
            Ledger ledger = goOn("F-P4", stage, SENDING, processes, () -> {});
            assertThat(ledger.posts()).isEqualTo(stage.handedOver());
            assertThat(ledger.settled()).isEqualTo(stage.handedOver());
        }
    }

    private static void nothingMore(int processes) throws Exception {
        try (Stage stage = Stage.on(Engine.POSTGRESQL)) {
            die(stage, FailPoint.AFTER_SETTLE, processes);
            assertThat(stage.allSent()).as("nothing is open").isTrue();
            // One more shows that the other worker does work.
            stage.send(1);
            Ledger ledger = goOn("F-P5", stage, PATIENT, processes, () -> {});
            assertThat(ledger.posts()).isEqualTo(stage.handedOver());
            assertThat(ledger.everUnknown()).as("ever unknown").isZero();
        }
    }

    /** Lets workers die, one after the other, each with its hands full. */
    private static void die(Stage stage, FailPoint point, int processes) throws Exception {
        ChildJvm jvm = ChildJvm.named("fail-points");
        WorkerSettings settings = stage.worker().times(SHORT, PATIENT, SHORT);
        stage.send(processes * TOGETHER);
        for (int i = 1; i <= processes; i++) {
            try (WorkerProcess worker = WorkerProcess.start(jvm, point + "-" + i, settings.dyingAt(point, TOGETHER))) {
                assertThat(worker.awaitEnd(Stage.PATIENCE)).as("exit status").isEqualTo(KILLED);
            }
        }
    }

    /** Lets another worker go on that calls attempts unknown after this time, and waits until there is nothing to do. */
    private static Ledger goOn(String fault, Stage stage, Duration sending, int processes, Runnable meanwhile)
            throws Exception {
        Report report = new Report(fault);
        WorkerSettings settings = stage.worker().times(SHORT, sending, SHORT);
        try (WorkerProcess another = WorkerProcess.start(ChildJvm.named("fail-points"), fault, settings)) {
            stage.awaitSent(Stage.PATIENCE);
            stage.awaitSettled();
            meanwhile.run();
            another.stop();
        }
        Ledger ledger = stage.awaitSettled();
        report.print(stage, ledger, processes + " kills");
        ledger.assertSound(stage.handedOver());
        return ledger;
    }
}
