package io.smsmessenger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.sending.SendingSettings;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key that the carrier no longer takes. */
@Tag("slow")
class WrongKeyTest {
    private static final int MESSAGES = 500;

    @Test
    @DisplayName("F-P14 401 for two minutes with 500 queued: none failed, and all sent after the key was changed")
    void keyChanged() throws Exception {
        try (Stage stage = new Stage(SendingSettings.builder())) {
            stage.telnyx.changeApiKey("KEY-rotated");
            stage.hand(MESSAGES);
            for (int second = 0; second < 120; second++) {
                stage.after(Duration.ofSeconds(1));
            }
            assertThat(stage.waiting()).as("waiting").isEqualTo(MESSAGES);
            assertThat(stage.messenger.operator().lanes()).singleElement().satisfies(lane -> {
                assertThat(lane.lane().kind()).isEqualTo(Lane.Kind.ACCOUNT);
                assertThat(lane.reason()).isEqualTo(FailureReason.ACCOUNT);
            });
            int refused = stage.outcomes(SendOutcome.NotSent.class).size();
            assertThat(refused).as("calls that the closed lane let through").isBetween(2, 30);

            stage.useKey("KEY-rotated");
            stage.after(Duration.ofMinutes(5));

            stage.assertAllTaken();
            assertThat(stage.provider.outcomes()).hasSize(refused + MESSAGES);
            assertThat(stage.telnyx.sendsBy("ref"))
                    .hasSize(MESSAGES)
                    .allSatisfy(
                            (reference, count) -> assertThat(count.accepted()).isEqualTo(1));
        }
    }
}
