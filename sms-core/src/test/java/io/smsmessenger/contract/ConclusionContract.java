package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Trace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What comes of looking for an unknown message. */
public abstract class ConclusionContract extends SendingContractBase {
    private static final Failure PROBABLY_NOT = Failure.of(FailureReason.PROBABLY_NOT_SENT);
    private static final Conclusion AGAIN = new Conclusion.SendAgain();

    private final UserId ann = user("ann");
    private NumberAssignment line;
    private NewOutbound outbound;
    private Message message;
    private Claim claim;
    private Trace trace;

    @BeforeEach
    void oneIsLookedFor() {
        line = line(ann);
        outbound = text(line, number())
                .guarantee(Guarantee.AT_LEAST_ONCE)
                .expiresAt(in(3600))
                .build();
        message = send(outbound);
        claim = unknown(message);
        trace = traces(now, 1).get(0);
    }

    private Message current() {
        return reload(ann, message);
    }

    private List<MessageEvent> history() {
        return store().messages().history(ann, message.id()).orElseThrow();
    }

    private MessageEvent lastEvent() {
        return history().get(history().size() - 1);
    }

    private Optional<StatusChange> conclude(Trace of, Conclusion conclusion) {
        return store().outbox().conclude(of, conclusion, in(5));
    }

    private void unchangedBy(Trace of, Conclusion conclusion) {
        Message before = current();
        List<MessageEvent> events = history();
        assertThat(conclude(of, conclusion)).isEmpty();
        assertThat(current()).isEqualTo(before);
        assertThat(history()).isEqualTo(events);
    }

    @Nested
    @DisplayName("A look")
    class Looks {
        @Test
        @DisplayName("that could not ask changes nothing but when the next one is")
        void notAsked() {
            unchangedBy(trace, new Conclusion.NotAsked(in(600)));
            assertThat(traces(in(599), 1)).isEmpty();
            Trace next = traces(in(600), 1).get(0);
            assertThat(next.looks()).isEqualTo(2);
            assertThat(next.silences()).isZero();
        }

        @Test
        @DisplayName("that met silence counts it")
        void silent() {
            unchangedBy(trace, new Conclusion.Silent(false, in(600)));
            assertThat(traces(in(599), 1)).isEmpty();
            Trace next = traces(in(600), 1).get(0);
            assertThat(next.silences()).isEqualTo(1);
            unchangedBy(next, new Conclusion.Silent(false, in(900)));
            assertThat(traces(in(900), 1)).extracting(Trace::silences).containsExactly(2);
        }

        @Test
        @DisplayName("that met the last silence is not repeated, and the message stays open")
        void never() {
            conclude(trace, new Conclusion.Silent(false, null));
            assertThat(traces(in(36_000), 1)).isEmpty();
            assertThat(current().status()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(settle(claim, new Settlement.Accepted(providerId(), Billing.none())))
                    .isPresent();
        }

        @Test
        @DisplayName("that is enough to say so makes it probably not sent: once, and as evidence only")
        void probablyNotSent() {
            StatusChange change =
                    conclude(trace, new Conclusion.Silent(true, in(60))).orElseThrow();
            assertThat(change.owner()).isEqualTo(ann);
            assertThat(change.moved()).isFalse();
            assertThat(change.message().status()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(change.message().failure()).isEqualTo(PROBABLY_NOT);
            assertThat(current()).isEqualTo(change.message());
            assertThat(lastEvent())
                    .isEqualTo(new MessageEvent(
                            MessageStatus.UNKNOWN, MessageEvent.Source.DISPATCH, false, in(5), in(5), PROBABLY_NOT));
            unchangedBy(traces(in(60), 1).get(0), new Conclusion.Silent(true, in(120)));
            unchangedBy(traces(in(120), 1).get(0), new Conclusion.Silent(false, null));
            assertThat(claims(in(120), message)).isEmpty();
        }
    }

    @Nested
    @DisplayName("A conclusion is too late")
    class Late {
        private final List<Conclusion> all =
                List.of(new Conclusion.NotAsked(in(9)), new Conclusion.Silent(true, in(9)), AGAIN);

        @Test
        @DisplayName("when another look was taken")
        void anotherLook() {
            Trace newer = traces(in(60), 1).get(0);
            all.forEach(conclusion -> unchangedBy(trace, conclusion));
            assertThat(traces(in(119), 1)).isEmpty();
            assertThat(conclude(newer, AGAIN)).isPresent();
        }

        @Test
        @DisplayName("when the claim learnt how it ended")
        void settled() {
            settle(claim, new Settlement.Accepted(providerId(), Billing.none()));
            all.forEach(conclusion -> unchangedBy(trace, conclusion));
        }

        @Test
        @DisplayName("when a receipt came")
        void receipt() {
            advance(news(providerId(), MessageStatus.SENT).reference(outbound.reference()));
            all.forEach(conclusion -> unchangedBy(trace, conclusion));
            assertThat(claims(in(60), message)).isEmpty();
        }

        @Test
        @DisplayName("when it was sent again, even if that attempt is unknown, too")
        void nextAttempt() {
            settle(claim, new Settlement.NotSent(TIMED_OUT, now));
            all.forEach(conclusion -> unchangedBy(trace, conclusion));
            Claim second = claim(message);
            gate(second, in(1));
            settle(second, new Settlement.Unknown(TIMED_OUT));
            all.forEach(conclusion -> unchangedBy(trace, conclusion));
        }

        @Test
        @DisplayName("when a person gave it up")
        void givenUp() {
            store().outbox().giveUp(ann, message.id(), now);
            all.forEach(conclusion -> unchangedBy(trace, conclusion));
        }
    }

    @Nested
    @DisplayName("Sending it again, as the caller asked for,")
    class Again {
        @Test
        @DisplayName("makes it ready at once, and it stays unknown until the next attempt is settled")
        void ready() {
            StatusChange change = conclude(trace, AGAIN).orElseThrow();
            assertThat(change.moved()).isFalse();
            assertThat(change.message().status()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(lastEvent().status()).isEqualTo(MessageStatus.QUEUED);
            assertThat(lastEvent().source()).isEqualTo(MessageEvent.Source.DISPATCH);
            assertThat(lastEvent().applied()).isFalse();
            assertThat(claims(in(4), message)).isEmpty();

            Claim next = claim(in(5), message);
            assertThat(next.attempts()).isEqualTo(1);
            assertThat(next.reference()).isEqualTo(outbound.reference());
            assertThat(next.expiresAt()).isEqualTo(outbound.expiresAt());
            StatusChange passed = pass(next);
            assertThat(passed.previous()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(passed.message().status()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(lastEvent().status()).isEqualTo(MessageStatus.SENDING);
            assertThat(lastEvent().applied()).isFalse();
            settle(next, new Settlement.Accepted(providerId(), Billing.none()));
            assertThat(current().status()).isEqualTo(MessageStatus.ACCEPTED);
            assertThat(current().failure()).isNull();
        }

        @Test
        @DisplayName("ends it as expired when its time is up")
        void expired() {
            StatusChange change =
                    store().outbox().conclude(trace, AGAIN, in(3600)).orElseThrow();
            assertThat(change.previous()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(current().status()).isEqualTo(MessageStatus.EXPIRED);
            assertThat(failureOf(current()).reason()).isEqualTo(FailureReason.EXPIRED);
            assertThat(claims(in(7200), message)).isEmpty();
            assertThat(traces(in(7200), 1)).isEmpty();
        }

        @Test
        @DisplayName("forgets what was known of the attempt before, once the next one is unknown")
        void unknownAgain() {
            conclude(trace, new Conclusion.Silent(true, in(60)));
            conclude(traces(in(60), 1).get(0), AGAIN);
            assertThat(current().failure()).isEqualTo(PROBABLY_NOT);
            Claim next = claim(in(60), message);
            gate(next, in(60));
            StatusChange change = store().outbox()
                    .settle(next, new Settlement.Unknown(TIMED_OUT), in(61))
                    .orElseThrow();
            assertThat(change.moved()).isFalse();
            assertThat(current().status()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(current().failure()).isEqualTo(TIMED_OUT);
            assertThat(current()).isEqualTo(change.message());
            Trace anew = traces(in(61), 1).get(0);
            assertThat(store().outbox().conclude(anew, new Conclusion.Silent(true, null), in(62)))
                    .isPresent();
        }

        @Test
        @DisplayName("happens once for a look")
        void once() {
            conclude(trace, AGAIN);
            unchangedBy(trace, AGAIN);
        }
    }
}
