package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Unknown messages that a person wants sent again; {@link UnresolvedContract} has those that are given up. */
public abstract class SendAgainContract extends SendingContractBase {
    private final UserId ann = user("ann");
    private NumberAssignment line;
    private NewOutbound outbound;
    private Message message;
    private Claim old;

    @BeforeEach
    void oneIsUnknown() {
        line = line(ann);
        outbound = text(line, number()).expiresAt(in(60)).build();
        message = send(outbound);
        old = unknown(message);
    }

    private Message current() {
        return reload(ann, message);
    }

    private StatusChange sendAgain() {
        return store().outbox().sendAgain(ann, message.id(), in(600), in(100)).orElseThrow();
    }

    private List<MessageEvent> history() {
        return store().messages().history(ann, message.id()).orElseThrow();
    }

    @Nested
    @DisplayName("Sent again by a person, an unknown message")
    class Again {
        @Test
        @DisplayName("is ready at once with new time and attempts, and the history says by whom")
        void ready() {
            StatusChange change = sendAgain();
            assertThat(change.owner()).isEqualTo(ann);
            assertThat(change.moved()).isFalse();
            assertThat(change.message()).isEqualTo(current());
            assertThat(current().status()).isEqualTo(MessageStatus.UNKNOWN);
            MessageEvent said = history().get(history().size() - 1);
            assertThat(said)
                    .isEqualTo(new MessageEvent(
                            MessageStatus.QUEUED, MessageEvent.Source.PERSON, false, in(100), in(100), null));

            assertThat(claims(in(99), message)).isEmpty();
            Claim next = claim(in(100), message);
            assertThat(next.attempts()).isZero();
            assertThat(next.expiresAt()).isEqualTo(in(600));
            assertThat(next.token()).isNotEqualTo(old.token());
            assertThat(gate(next, in(599))).isInstanceOf(Gate.Passed.class);
            settle(next, new Settlement.Accepted(providerId(), Billing.none()));
            assertThat(current().status()).isEqualTo(MessageStatus.ACCEPTED);
        }

        @Test
        @DisplayName("is that once: it is not sent a third time by asking twice")
        void twice() {
            sendAgain();
            assertThat(store().outbox().sendAgain(ann, message.id(), in(900), in(100)))
                    .isEmpty();
            Claim next = claim(in(100), message);
            assertThat(store().outbox().sendAgain(ann, message.id(), in(900), in(100)))
                    .isEmpty();
            gate(next, in(100));
            assertThat(store().outbox().sendAgain(ann, message.id(), in(900), in(100)))
                    .isEmpty();
        }

        @Test
        @DisplayName("ends as expired when its new time is up")
        void expires() {
            sendAgain();
            store().outbox().recover(in(599), yesterday());
            assertThat(current().status()).isEqualTo(MessageStatus.UNKNOWN);
            store().outbox().recover(in(600), yesterday());
            assertThat(current().status()).isEqualTo(MessageStatus.EXPIRED);
            assertThat(claims(in(600), message)).isEmpty();
        }

        @Test
        @DisplayName("is stopped at the gate when its recipient has opted out")
        void optedOut() {
            sendAgain();
            store().consents().optOut(ConsentScope.of(ann), outbound.peer(), OptOut.Source.PERSON, now);
            assertThat(gate(claim(in(100), message), in(100))).isInstanceOf(Gate.Refused.class);
            assertThat(current().status()).isEqualTo(MessageStatus.BLOCKED);
        }

        @Test
        @DisplayName("is settled no more by its earlier claim")
        void lateAnswer() {
            sendAgain();
            for (Settlement late : settlements()) {
                Message before = current();
                assertThat(settle(old, late)).as("%s", late).isEmpty();
                assertThat(current()).isEqualTo(before);
            }
            Claim next = claim(in(100), message);
            gate(next, in(100));
            for (Settlement late : settlements()) {
                assertThat(settle(old, late)).as("%s", late).isEmpty();
            }
            ProviderMessageId id = providerId();
            assertThat(settle(next, new Settlement.Accepted(id, Billing.none())))
                    .isPresent();
            assertThat(current().providerId()).isEqualTo(id);
        }

        private List<Settlement> settlements() {
            return List.of(
                    new Settlement.Accepted(providerId(), Billing.none()),
                    new Settlement.Rejected(TIMED_OUT),
                    new Settlement.NotSent(TIMED_OUT, now),
                    new Settlement.Unknown(Failure.of(FailureReason.OTHER)));
        }

        @Test
        @DisplayName("cannot be called back, for a copy may be out, but given up")
        void notCalledBack() {
            sendAgain();
            assertThat(store().outbox().cancel(ann, message.id(), in(101))).isEmpty();
            Claim next = claim(in(101), message);
            assertThat(store().outbox().cancel(ann, message.id(), in(101))).isEmpty();
            assertThat(store().outbox().giveUp(ann, message.id(), in(101))).isPresent();
            assertThat(gate(next, in(101))).isEqualTo(new Gate.Lost());
            assertThat(current().status()).isEqualTo(MessageStatus.FAILED);
            assertThat(claims(in(200), message)).isEmpty();
        }

        @Test
        @DisplayName("is not given up while it is being sent again")
        void notGivenUp() {
            sendAgain();
            Claim next = claim(in(100), message);
            gate(next, in(100));
            assertThat(store().outbox().giveUp(ann, message.id(), in(101))).isEmpty();
            assertThat(settle(next, new Settlement.Accepted(providerId(), Billing.none())))
                    .isPresent();
        }
    }

    @Nested
    @DisplayName("Evidence of the first copy")
    class Evidence {
        @ParameterizedTest
        @EnumSource(names = {"ACCEPTED", "SENT", "DELIVERED", "FAILED"})
        @DisplayName("takes a message off the queue that waits to be sent again")
        void waiting(MessageStatus status) {
            sendAgain();
            StatusChange change = applied(advance(news(providerId(), status).reference(outbound.reference())));
            assertThat(change.previous()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(current().status()).isEqualTo(status);
            assertThat(claims(in(100), message)).isEmpty();
        }

        @Test
        @DisplayName("closes the gate to whoever holds it")
        void claimed() {
            sendAgain();
            Claim next = claim(in(100), message);
            advance(news(providerId(), MessageStatus.SENT).reference(outbound.reference()));
            assertThat(gate(next, in(100))).isEqualTo(new Gate.Lost());
            store().outbox().release(List.of(next));
            store().outbox().defer(next, in(100));
            assertThat(claims(in(100), message)).isEmpty();
        }

        @Test
        @DisplayName("is not undone by what becomes of the second")
        void sending() {
            sendAgain();
            Claim next = claim(in(100), message);
            gate(next, in(100));
            advance(news(providerId(), MessageStatus.DELIVERED).reference(outbound.reference()));
            settle(next, new Settlement.Unknown(TIMED_OUT));
            store().outbox().recover(in(3600), in(3600));
            assertThat(current().status()).isEqualTo(MessageStatus.DELIVERED);
            assertThat(claims(in(3600), message)).isEmpty();
        }
    }

    @Nested
    @DisplayName("Only an unknown message")
    class Others {
        @Test
        @DisplayName("is sent again")
        void notUnknown() {
            Message waiting = send(line, number(), "Waiting");
            Message claimed = send(line, number(), "Claimed");
            claim(claimed);
            Message sending = send(line, number(), "Sending");
            sending(sending);
            Message accepted = send(line, number(), "Accepted");
            accepted(accepted);
            Message inbound = texts(number(), line, "Hi").message();
            for (Message each : List.of(waiting, claimed, sending, accepted, inbound)) {
                Message before = reload(ann, each);
                assertThat(store().outbox().sendAgain(ann, each.id(), in(600), now))
                        .isEmpty();
                assertThat(store().outbox().giveUp(ann, each.id(), now)).isEmpty();
                assertThat(reload(ann, each)).isEqualTo(before);
            }
        }
    }
}
