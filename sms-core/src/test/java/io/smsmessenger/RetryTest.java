package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.testing.FakeProvider;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Once more:")
class RetryTest {
    private final Flow flow = new Flow();

    @Nested
    @DisplayName("what failed")
    class Failed {
        private final Message failed = failed();

        @Test
        @DisplayName("becomes a new message with the same words from the same number, and stays in the history")
        void anew() {
            Message again = flow.alice.messages().retry(failed.id());
            assertThat(again.id()).isNotEqualTo(failed.id());
            assertThat(again.content()).isEqualTo(failed.content());
            assertThat(again.numberId()).isEqualTo(failed.numberId());
            assertThat(again.conversationId()).isEqualTo(failed.conversationId());
            flow.dispatch();
            assertThat(status(again.id())).isEqualTo(MessageStatus.ACCEPTED);
            assertThat(status(failed.id())).isEqualTo(MessageStatus.FAILED);
        }

        @Test
        @DisplayName("becomes one message, however often that is clicked")
        void once() {
            Message again = flow.alice.messages().retry(failed.id());
            assertThat(flow.alice.messages().retry(failed.id()).id()).isEqualTo(again.id());
            flow.messenger.operator().assign(Flow.SECOND_LINE, flow.alice.owner(), flow.profile.id());
            flow.messenger.operator().release(Flow.LINE);
            assertThat(flow.alice.messages().retry(failed.id()).id()).isEqualTo(again.id());
        }

        @Test
        @DisplayName("leaves from another number of the user's when its own is gone")
        void otherNumber() {
            var second = flow.messenger.operator().assign(Flow.SECOND_LINE, flow.alice.owner(), flow.profile.id());
            flow.messenger.operator().release(Flow.LINE);
            assertThat(flow.alice.messages().retry(failed.id()).numberId()).isEqualTo(second.id());
        }

        @Test
        @DisplayName("is judged like any draft")
        void judged() {
            flow.texts(Flow.MARIA, Flow.LINE, "STOP");
            assertProblem(
                    Problem.RECIPIENT_OPTED_OUT, () -> flow.alice.messages().retry(failed.id()));
        }

        @Test
        @DisplayName("as what was called back, too")
        void cancelled() {
            Message cancelled = flow.alice.send(Draft.to(Flow.MARIA, "Wait"));
            flow.alice.messages().cancel(cancelled.id());
            assertThat(flow.alice.messages().retry(cancelled.id()).status()).isEqualTo(MessageStatus.QUEUED);
        }
    }

    @Nested
    @DisplayName("what nobody knows")
    class Unknown {
        private final Message unknown = unknown();

        @Test
        @DisplayName("is itself tried again because a person wants it")
        void again() {
            Message again = flow.alice.messages().retry(unknown.id());
            assertThat(again.id()).isEqualTo(unknown.id());
            flow.dispatch();
            assertThat(flow.carrier.sent()).hasSize(2);
            assertThat(status(unknown.id())).isEqualTo(MessageStatus.ACCEPTED);
            assertThat(flow.heard)
                    .filteredOn(event -> event.toString().contains("UNKNOWN"))
                    .isNotEmpty();
        }

        @Test
        @DisplayName("is given up because a person wants it, and a receipt that comes late is still believed")
        void giveUp() {
            assertThat(flow.alice.messages().giveUp(unknown.id())).satisfies(given -> {
                assertThat(given.status()).isEqualTo(MessageStatus.FAILED);
                assertThat(given.failure()).isEqualTo(Failure.of(FailureReason.UNRESOLVED));
            });
            assertProblem(Problem.WRONG_STATE, () -> flow.alice.messages().giveUp(unknown.id()));
            String reference = flow.carrier.sent().get(0).reference();
            flow.receipt(FakeProvider.id(77), reference, MessageStatus.DELIVERED);
            assertThat(status(unknown.id())).isEqualTo(MessageStatus.DELIVERED);
        }
    }

    @Test
    @DisplayName("what is on its way, has arrived or came in is not sent again, and not given up")
    void wrongState() {
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Hello"));
        assertWrongState(message.id());
        flow.dispatch();
        assertWrongState(message.id());
        flow.receipt(FakeProvider.id(1), MessageStatus.DELIVERED);
        assertWrongState(message.id());
        flow.texts(Flow.MARIA, Flow.LINE, "Hi");
        assertWrongState(flow.alice
                .messages()
                .list(message.conversationId(), Flow.PAGE)
                .items()
                .get(0)
                .id());
        assertThat(flow.carrier.sent()).hasSize(1);
    }

    private Message failed() {
        flow.carrier.answers(new SendOutcome.Rejected(Failure.of(FailureReason.CONTENT)));
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Hello"));
        flow.dispatch();
        return flow.alice.messages().get(message.id());
    }

    private Message unknown() {
        flow.carrier.answers(new SendOutcome.Unknown(Failure.of(FailureReason.OTHER)));
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Hello"));
        flow.dispatch();
        return flow.alice.messages().get(message.id());
    }

    private MessageStatus status(MessageId id) {
        return flow.alice.messages().get(id).status();
    }

    private void assertWrongState(MessageId id) {
        assertProblem(Problem.WRONG_STATE, () -> flow.alice.messages().retry(id));
        assertProblem(Problem.WRONG_STATE, () -> flow.alice.messages().giveUp(id));
    }

    private static void assertProblem(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SmsException.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(problem));
    }
}
