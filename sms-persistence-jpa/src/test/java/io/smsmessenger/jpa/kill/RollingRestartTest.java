package io.smsmessenger.jpa.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.jpa.Engine;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workers are told to stop by SIGTERM under load, one after the other, as a deployment does. */
class RollingRestartTest {
    @Test
    @Tag("slow")
    @DisplayName("F-P20 10 rolling restarts by SIGTERM in 1,500 messages: none unknown, one post each")
    void ten_restarts() throws Exception {
        restart(10, 1_500);
    }

    @Test
    @Tag("long")
    @DisplayName("F-P20 50 rolling restarts by SIGTERM in 10,000 messages: none unknown, one post each")
    void fifty_restarts() throws Exception {
        restart(50, 10_000);
    }

    private static void restart(int restarts, int messages) throws Exception {
        try (Stage stage = Stage.on(Engine.POSTGRESQL)) {
            Report report = new Report("F-P20");
            AtomicInteger inOrder = new AtomicInteger();
            try (Fleet fleet = new Fleet(ChildJvm.named("rolling-restarts"), 20, Collections.nCopies(3, stage.worker()))
                    .awaitReady()) {
                Progress.during(stage, messages, restarts, () -> {
                    if (fleet.replace(fleet.anyReady())) {
                        inOrder.incrementAndGet();
                    }
                });
                fleet.stop();
            }
            Ledger ledger = stage.awaitSettled();
            report.print(stage, ledger, restarts + " restarts");
            ledger.assertSound(stage.handedOver());
            assertThat(inOrder).as("stopped in good order").hasValue(restarts);
            assertThat(ledger.posts()).isEqualTo(messages);
            assertThat(ledger.everUnknown()).as("ever unknown").isZero();
        }
    }
}
