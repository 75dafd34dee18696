package io.smsmessenger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.carrier.RateLimit;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Pace;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.sending.SendingSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An account that may make fifty sends a second, in seconds of the test's clock. */
@Tag("slow")
class RateLimitTest {
    private static final int MESSAGES = 1_000;
    private static final int LIMIT = 50;

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "F-P13 1,000 messages against 50/s without a pace: whatever header goes with the 429, none lost or twice")
    void refused(RateLimit.Form form) throws Exception {
        try (Stage stage = new Stage(SendingSettings.builder())) {
            stage.telnyx.network().loseReceipts(100).rateLimit(new RateLimit(LIMIT, form, 1));
            stage.hand(MESSAGES);
            int rounds = 0;
            while (stage.waiting() > 0) {
                stage.after(Duration.ofSeconds(1));
                assertThat(++rounds).as("seconds").isLessThan(600);
            }
            assertThat(stage.outcomes(SendOutcome.NotSent.class).size())
                    .as("refused at all, and each time only until the lane closed")
                    .isBetween(MESSAGES / LIMIT - 1, rounds);
            assertAllTakenOnce(stage);
        }
    }

    @Test
    @DisplayName("F-P13 1,000 messages against 50/s, at that pace: at most 2 % refused, from the first second on")
    void paced() throws Exception {
        SendingSettings.Builder settings = SendingSettings.builder().pace(Lane.Kind.ACCOUNT, Pace.perSecond(LIMIT));
        try (Stage stage = new Stage(settings)) {
            stage.telnyx.network().loseReceipts(100).rateLimit(new RateLimit(LIMIT, RateLimit.Form.SECONDS, 1));
            stage.hand(MESSAGES);
            int rounds = 0;
            while (stage.waiting() > 0) {
                stage.after(Duration.ofMillis(100));
                assertThat(++rounds).as("tenths of a second").isLessThan(10 * 2 * MESSAGES / LIMIT);
            }
            assertThat(stage.outcomes(SendOutcome.NotSent.class).size())
                    .as("refused")
                    .isLessThanOrEqualTo(MESSAGES / LIMIT);
            assertAllTakenOnce(stage);
        }
    }

    private static void assertAllTakenOnce(Stage stage) {
        assertThat(stage.tally()).isEqualTo(Map.of(MessageStatus.ACCEPTED, MESSAGES));
        assertThat(stage.telnyx.messages()).hasSize(MESSAGES);
        assertThat(stage.telnyx.sendsBy("ref"))
                .hasSize(MESSAGES)
                .allSatisfy((reference, count) -> assertThat(count.accepted()).isEqualTo(1));
    }
}
