package io.smsmessenger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.carrier.Odds;
import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.sending.SendingSettings;
import io.smsmessenger.telnyx.TelnyxProvider;
import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A carrier that reads every request and answers none. */
@Tag("slow")
class BrownOutTest {
    private static final int MESSAGES = 500;
    private static final int HANDS = 8;
    private static final int TRIALS = 24;
    private static final Duration CALL = Duration.ofMillis(500);
    private static final Duration HANG = Duration.ofSeconds(20);

    @Test
    @DisplayName("F-P15 500 queued, all calls hang for two minutes: unknown at most 5 + 8 + trials, the rest sent after")
    void hangs() throws Exception {
        SendingSettings.Builder settings =
                SendingSettings.builder().concurrency(HANDS).pollInterval(Duration.ofMillis(10));
        try (Stage stage = new Stage(settings, TelnyxProvider.builder().callTimeout(CALL))) {
            stage.telnyx
                    .network()
                    .odds(List.of(
                            new Odds(500, SendFault.hang(HANG)), new Odds(500, SendFault.hangUnaccepted(HANG))));
            stage.hand(MESSAGES);
            stage.messenger.start();
            Eventually.holds("the account is only tried", () -> stage.messenger.operator().lanes().stream()
                    .anyMatch(lane -> lane.probing() != null));
            Eventually.holds("what was in flight has ended", () -> stage.provider.inFlight() == 0);
            int first = stage.outcomes(SendOutcome.Unknown.class).size();
            assertThat(first).as("unknown before the first trial").isBetween(5, 5 + HANDS);

            for (int trial = 1; trial <= TRIALS; trial++) {
                int expected = first + trial;
                stage.clock.advance(Duration.ofSeconds(5));
                Eventually.holds("a trial has ended", () -> stage.provider.outcomes().size() >= expected);
            }
            assertThat(stage.provider.outcomes())
                    .hasSizeBetween(first + TRIALS, 5 + HANDS + TRIALS)
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(SendOutcome.Unknown.class));

            stage.telnyx.network().odds();
            stage.provider.use(stage.made(TelnyxProvider.builder()));
            stage.clock.advance(Duration.ofSeconds(5));
            Eventually.holds("all that is left goes", () -> stage.waiting() == 0);
            stage.messenger.close();

            stage.reconcile();
            stage.assertPostedOnce(MESSAGES);
            stage.assertSettledAsTheJournalSays();
            assertThat(stage.tally().getOrDefault(MessageStatus.UNKNOWN, 0))
                    .as("hung, and not taken")
                    .isEqualTo(MESSAGES - stage.telnyx.messages().size())
                    .isLessThanOrEqualTo(first + TRIALS);
        }
    }
}
