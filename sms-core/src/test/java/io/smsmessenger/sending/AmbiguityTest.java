package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smsmessenger.model.Lane;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.store.LaneStore.LaneState;
import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A carrier that hangs")
class AmbiguityTest {
    private static final int NODES = 3;
    private static final int HANDS = 8;

    private final Depot depot = new Depot();

    @Test
    @DisplayName("F-P15 one node: five unknown, then one trial each five seconds, and all others after it has healed")
    void oneNode() {
        SmsDispatcher dispatcher = depot.dispatcher(SendingSettings.defaults());
        depot.carrier.answers(Carrier::loses);
        depot.texts(200, depot.line);
        depot.texts(5, depot.otherLine);
        dispatcher.runOnce();
        assertThat(depot.tally())
                .containsEntry(MessageStatus.UNKNOWN, 5)
                .containsEntry(MessageStatus.ACCEPTED, 5)
                .containsEntry(MessageStatus.QUEUED, 195);
        assertThat(depot.store.lanes().troubled(depot.clock.instant()))
                .extracting(LaneState::lane, LaneState::probing)
                .containsExactly(tuple(Lane.of(depot.account), Duration.ofSeconds(5)));

        for (int second = 0; second < 60; second++) {
            depot.clock.advance(Duration.ofSeconds(1));
            dispatcher.runOnce();
        }
        assertThat(depot.tally().get(MessageStatus.UNKNOWN))
                .as("with the trials of a minute")
                .isBetween(15, 17);

        depot.carrier.answers(Carrier::takes);
        depot.clock.advance(Duration.ofSeconds(5));
        dispatcher.runOnce();
        assertThat(depot.store.lanes().troubled(depot.clock.instant())).isEmpty();
        assertThat(depot.tally()).doesNotContainKey(MessageStatus.QUEUED);
    }

    @Test
    @DisplayName("F-P15 unknown outcomes that are far apart do not close anything")
    void farApart() {
        SmsDispatcher dispatcher = depot.dispatcher(SendingSettings.defaults());
        depot.carrier.answers(Carrier::loses);
        for (int i = 0; i < 20; i++) {
            depot.text(depot.line);
            dispatcher.runOnce();
            depot.clock.advance(Duration.ofSeconds(10));
        }
        assertThat(depot.tally()).containsExactly(Map.entry(MessageStatus.UNKNOWN, 20));
    }

    @Test
    @DisplayName("F-P15 three nodes, 2,000 queued, all calls hang: unknown at most 5 + nodes x 8 + trials")
    void manyNodes() {
        Semaphore timeouts = new Semaphore(0);
        depot.carrier.answers(sms -> {
            timeouts.acquireUninterruptibly();
            return Carrier.loses(sms);
        });
        depot.texts(2_000, depot.line);
        List<SmsDispatcher> nodes = new ArrayList<>();
        SendingSettings settings =
                SendingSettings.builder().pollInterval(Duration.ofMillis(10)).build();
        for (int i = 0; i < NODES; i++) {
            nodes.add(depot.dispatcher(settings));
        }
        try {
            nodes.forEach(SmsDispatcher::start);
            Eventually.holds("all hands hang", () -> depot.carrier.inHand() == NODES * HANDS);
            // One after the other, so that each that is lost could be replaced by another before the next is.
            for (int lost = 1; lost <= NODES * HANDS; lost++) {
                int expected = lost;
                timeouts.release();
                Eventually.holds(
                        "an outcome is unknown",
                        () -> depot.tally().getOrDefault(MessageStatus.UNKNOWN, 0) >= expected);
            }
            Eventually.holds(
                    "the account is only tried",
                    () -> !depot.store.lanes().troubled(depot.clock.instant()).isEmpty());
            timeouts.release(100_000);
            int trials = 20;
            for (int i = 0; i < trials; i++) {
                depot.clock.advance(Duration.ofSeconds(5));
                int before = depot.faults.calls("claim");
                Eventually.holds("all have looked", () -> depot.faults.calls("claim") > before + 2 * NODES);
            }
            Eventually.holds("nothing is in flight", () -> depot.carrier.inHand() == 0);
            assertThat(depot.tally().get(MessageStatus.UNKNOWN)).isLessThanOrEqualTo(5 + NODES * HANDS + trials);

            depot.carrier.answers(Carrier::takes);
            Eventually.holds("all that is left goes", () -> {
                depot.clock.advance(Duration.ofSeconds(5));
                return !depot.tally().containsKey(MessageStatus.QUEUED)
                        && !depot.tally().containsKey(MessageStatus.SENDING);
            });
        } finally {
            timeouts.release(100_000);
            nodes.forEach(SmsDispatcher::close);
        }
        assertThat(depot.carrier.asked()).doesNotHaveDuplicates().hasSize(2_000);
    }
}
