package io.smsmessenger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.carrier.Odds;
import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.examples.simulator.http.Response.Ending;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.sending.SendingSettings;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The carrier has read the request, and what it answers does not arrive, or not as anything we understand. */
@Tag("slow")
class LostAnswersTest {
    private static final int MESSAGES = 500;

    /** Far longer than we wait. */
    private static final Duration HANG = Duration.ofSeconds(30);

    private static final Duration CALL = Duration.ofSeconds(3);

    @Test
    @DisplayName(
            "F-P11 500 time-outs, resets, ends, halves and odd answers, taken or not by coin: none twice, all settled")
    void lost() throws Exception {
        try (Stage stage =
                new Stage(SendingSettings.builder().breaker(Stage.NO_BREAKER).concurrency(32))) {
            try (RudeWire rude = new RudeWire(URI.create(stage.telnyx.baseUrl()))) {
                stage.provider.use(stage.made(TelnyxProvider.builder().callTimeout(CALL), rude.url()));
                stage.telnyx.network().loseReceipts(50).odds(faults());
                stage.hand(MESSAGES);

                stage.drain();

                assertThat(rude.unanswered()).as("resets and ends").isGreaterThan(MESSAGES / 4);
                assertThat(stage.provider.outcomes())
                        .hasSize(MESSAGES)
                        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(SendOutcome.Unknown.class));
                assertThat(kinds(stage)).hasSizeGreaterThanOrEqualTo(5);
                stage.reconcile();
                stage.assertPostedOnce(MESSAGES);
                stage.assertSettledAsTheJournalSays();
                assertThat(stage.tally().get(MessageStatus.UNKNOWN))
                        .as("those that the carrier never took")
                        .isEqualTo(MESSAGES - stage.telnyx.messages().size())
                        .isBetween(MESSAGES / 4, MESSAGES * 3 / 4);
            }
        }
    }

    /** The shares of time-outs are smaller: each of them really waits. */
    private static List<Odds> faults() {
        return List.of(
                new Odds(50, SendFault.hang(HANG)),
                new Odds(50, SendFault.hangUnaccepted(HANG)),
                new Odds(250, SendFault.drop(true)),
                new Odds(250, SendFault.drop(false)),
                new Odds(100, SendFault.answerThoughAccepted(200, null).withEnding(Ending.TRUNCATE)),
                new Odds(100, SendFault.refuse(503, "10007").withEnding(Ending.TRUNCATE)),
                new Odds(100, SendFault.answerThoughAccepted(200, null)),
                new Odds(100, SendFault.refuse(200, null)));
    }

    /** What was told of why nobody knows. */
    private static List<String> kinds(Stage stage) {
        return stage.outcomes(SendOutcome.Unknown.class).stream()
                .map(unknown -> String.valueOf(unknown.failure().detail()))
                .distinct()
                .toList();
    }
}
