package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.store.LaneStore.LaneState;
import io.smsmessenger.store.Unresolved;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What stays open is a person's: they send it again, give it up, or open a lane that was closed. */
@DisplayName("The operator")
class OperatorOutcomesTest {
    private final UnknownFlow flow = new UnknownFlow();
    private final Operator operator = flow.messenger.operator();

    @Test
    @DisplayName("sees what nobody knows, the longest unknown first")
    void unresolved() {
        Message first = flow.lose();
        flow.pass(Duration.ofMinutes(20));
        Message second = flow.lose();
        Unresolved oldest = operator.unresolved(PageRequest.first(1)).items().get(0);
        assertThat(oldest.message().id()).isEqualTo(first.id());
        assertThat(oldest.owner()).isEqualTo(flow.ann.owner());
        assertThat(oldest.silences()).isGreaterThan(1);
        assertThat(oldest.nextLook()).isAfter(flow.clock.instant());
        assertThat(flow.unresolved()).containsExactly(first.id(), second.id());
    }

    @Test
    @DisplayName("sends again: once more, with a new time to live, told to listeners")
    void sendAgain() {
        Message message = flow.lose();
        flow.pass(Duration.ofHours(30));
        flow.heard.clear();

        Message waiting = operator.sendAgain(message.id());

        assertThat(waiting.id()).isEqualTo(message.id());
        assertThat(flow.heard).singleElement().isInstanceOf(SmsEvent.MessageStatusChanged.class);
        flow.dispatch();
        assertThat(flow.sent()).isEqualTo(2);
        assertThat(flow.status(message)).isEqualTo(MessageStatus.ACCEPTED);
        assertThat(flow.unresolved()).isEmpty();
        refused(Problem.WRONG_STATE, () -> operator.sendAgain(message.id()));
    }

    @Test
    @DisplayName("need not send again what a late receipt proves before it left")
    void lateReceipt() {
        Message message = flow.lose();
        operator.sendAgain(message.id());
        flow.tell("theirs", flow.reference(1), MessageStatus.DELIVERED);
        flow.pass(Duration.ofHours(5));
        assertThat(flow.sent()).isEqualTo(1);
        assertThat(flow.status(message)).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    @DisplayName("gives up: failed, looked for no more, and delivered all the same should the carrier say so")
    void giveUp() {
        Message message = flow.lose();
        flow.pass(Duration.ofMinutes(20));
        int looks = flow.records.searches().size();

        Message ended = operator.giveUp(message.id());

        assertThat(ended.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(ended.failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.UNRESOLVED));
        assertThat(flow.unresolved()).isEmpty();
        flow.pass(Duration.ofHours(5));
        assertThat(flow.records.searches()).hasSize(looks);
        assertThat(flow.sent()).isEqualTo(1);
        refused(Problem.WRONG_STATE, () -> operator.giveUp(message.id()));

        flow.tell("theirs", flow.reference(1), MessageStatus.DELIVERED);
        assertThat(flow.status(message)).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    @DisplayName("is told what to do when the message is not there, or its outcome is known")
    void refusals() {
        refused(Problem.NOT_FOUND, () -> operator.sendAgain(new MessageId(404)));
        refused(Problem.NOT_FOUND, () -> operator.giveUp(new MessageId(404)));
        Message waiting = flow.ann.send(Draft.to(UnknownFlow.MARIA, "Hello"));
        refused(Problem.WRONG_STATE, () -> operator.sendAgain(waiting.id()));
        refused(Problem.WRONG_STATE, () -> operator.giveUp(waiting.id()));
    }

    @Test
    @DisplayName("sees why a lane is closed, and opens it")
    void lanes() {
        Lane lane = Lane.of(operator.accounts().get(0).id());
        var until = flow.clock.instant().plus(Duration.ofMinutes(10));
        flow.store.lanes().pause(lane, until, FailureReason.ACCOUNT);
        Message message = flow.ann.send(Draft.to(UnknownFlow.MARIA, "Hello"));
        flow.dispatch();
        assertThat(flow.sent()).isZero();
        assertThat(operator.lanes()).containsExactly(new LaneState(lane, until, null, FailureReason.ACCOUNT));

        operator.reopen(lane);

        assertThat(operator.lanes()).isEmpty();
        flow.dispatch();
        assertThat(flow.status(message)).isEqualTo(MessageStatus.ACCEPTED);
    }

    private static void refused(Problem problem, ThrowingCallable call) {
        assertThatExceptionOfType(SmsException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem))
                .satisfies(refusal -> assertThat(refusal.detail()).isNotBlank());
    }
}
