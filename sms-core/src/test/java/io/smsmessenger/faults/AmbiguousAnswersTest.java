package io.smsmessenger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.sending.SendingSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers that sound like a refusal and may be none: whether the text went out, nobody can tell by them. */
@Tag("slow")
class AmbiguousAnswersTest {
    private static final int EACH = 200;

    @Test
    @DisplayName("F-P12 500, 502, 503, 504, 408, 409: 200 taken and 200 not of each, none sent again, all settled")
    void neverRepeated() throws Exception {
        List<SendFault> faults = new ArrayList<>();
        for (Answer answer : answers()) {
            faults.addAll(Collections.nCopies(EACH, answer.fault(true)));
            faults.addAll(Collections.nCopies(EACH, answer.fault(false)));
        }
        Collections.shuffle(faults, new Random(5));
        try (Stage stage = new Stage(SendingSettings.builder().breaker(Stage.NO_BREAKER))) {
            stage.telnyx.network().loseReceipts(50).nextSendFails(faults.toArray(SendFault[]::new));
            stage.hand(faults.size());

            stage.drain();

            assertThat(stage.outcomes(SendOutcome.Unknown.class)).hasSize(faults.size());
            assertThat(stage.provider.outcomes()).hasSize(faults.size());
            stage.reconcile();
            stage.assertSettledAsTheJournalSays();
            stage.assertPostedOnce(faults.size());
            assertThat(stage.tally().get(MessageStatus.UNKNOWN))
                    .as("the half that was not taken; a receipt or the records speak for the other")
                    .isEqualTo(faults.size() / 2);
        }
    }

    private static List<Answer> answers() {
        return List.of(
                new Answer(500, "10007", null),
                new Answer(502, null, null),
                new Answer(503, null, null),
                new Answer(503, "10007", "0"),
                new Answer(504, null, null),
                new Answer(408, null, null),
                new Answer(409, null, null));
    }

    /** An answer, with Telnyx's code or as a proxy would give it. */
    private record Answer(
            int status, @Nullable String code, @Nullable String retryAfter) {
        SendFault fault(boolean taken) {
            SendFault fault = taken ? SendFault.answerThoughAccepted(status, code) : SendFault.refuse(status, code);
            return retryAfter == null ? fault : fault.withRetryAfter(retryAfter);
        }
    }
}
