package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Money;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.OutboxStore.Recovered;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How attempts end. */
public abstract class SettlementContract extends SendingContractBase {
    private static final Failure BUSY = new Failure(FailureReason.RATE_LIMITED, "429", "too many requests");

    private final UserId ann = user("ann");
    private final Address peer = number();
    private final ProviderMessageId id = providerId();
    private final Settlement accepted = new Settlement.Accepted(id, Billing.none());
    private Message message;

    @BeforeEach
    void oneMessageWaits() {
        NumberAssignment line = line(ann);
        message = send(line, peer, "Hi");
    }

    private Message current() {
        return reload(ann, message);
    }

    @Nested
    @DisplayName("An attempt that is known")
    class Known {
        @Test
        @DisplayName("to be accepted gives the message the carrier's id and count")
        void acceptedOnce() {
            Claim claim = sending(message);
            Billing billing = new Billing(Encoding.UCS_2, 3, new Money(new BigDecimal("0.0051"), "USD"));
            StatusChange change =
                    settle(claim, new Settlement.Accepted(id, billing)).orElseThrow();

            assertThat(change.owner()).isEqualTo(ann);
            assertThat(change.previous()).isEqualTo(MessageStatus.SENDING);
            assertThat(change.message().status()).isEqualTo(MessageStatus.ACCEPTED);
            assertThat(change.message().providerId()).isEqualTo(id);
            assertThat(change.message().billing().encoding()).isEqualTo(Encoding.UCS_2);
            assertThat(change.message().billing().parts()).isEqualTo(3);
            assertThat(current().id()).isEqualTo(message.id());
            assertThat(current().billing().cost().amount()).isEqualByComparingTo("0.0051");
            assertThat(current().billing().cost().currency()).isEqualTo("USD");
            assertThat(claims(in(3600), message)).isEmpty();
            assertThat(settle(claim, accepted)).isEmpty();
        }

        @Test
        @DisplayName("to be accepted keeps our estimate where the carrier is silent")
        void silentBilling() {
            accepted(message);
            assertThat(current().billing()).isEqualTo(message.billing());
        }

        @ParameterizedTest
        @ValueSource(strings = {"0.00512345", "123456789012345678901234", "1E-30"})
        @DisplayName("to be accepted is settled, however odd its cost")
        void oddCost(BigDecimal amount) {
            Billing billing = new Billing(Encoding.GSM_7, 1, new Money(amount, "USD"));
            StatusChange change = settle(sending(message), new Settlement.Accepted(id, billing))
                    .orElseThrow();
            assertThat(change.message().status()).isEqualTo(MessageStatus.ACCEPTED);
            assertThat(current()).isEqualTo(change.message());
        }

        @Test
        @DisplayName("to be refused fails the message with the carrier's words")
        void rejected() {
            Failure spam = new Failure(FailureReason.SPAM, "40002", "Blocked as spam");
            StatusChange change =
                    settle(sending(message), new Settlement.Rejected(spam)).orElseThrow();
            assertThat(change.message().status()).isEqualTo(MessageStatus.FAILED);
            assertThat(change.message().failure()).isEqualTo(spam);
            assertThat(current()).isEqualTo(change.message());
            assertThat(claims(in(3600), message)).isEmpty();
        }

        @Test
        @DisplayName("to be refused because the recipient opted out blocks the message")
        void blocked() {
            Failure stopped = new Failure(FailureReason.OPTED_OUT, "40300", null);
            settle(sending(message), new Settlement.Rejected(stopped));
            assertThat(current().status()).isEqualTo(MessageStatus.BLOCKED);
            assertThat(current().failure()).isEqualTo(stopped);
        }

        @Test
        @DisplayName("not to have been sent is ready again from then on")
        void notSent() {
            Claim first = sending(message);
            settle(first, new Settlement.NotSent(BUSY, in(30)));
            assertThat(current().status()).isEqualTo(MessageStatus.SENDING);
            assertThat(claims(in(29), message)).isEmpty();

            Claim second = claim(in(30), message);
            assertThat(second.attempts()).isEqualTo(1);
            assertThat(second.token()).isNotEqualTo(first.token());
            StatusChange change = pass(second);
            assertThat(change.previous()).isEqualTo(MessageStatus.SENDING);
            assertThat(change.moved()).isFalse();
            settle(second, accepted);
            assertThat(current().status()).isEqualTo(MessageStatus.ACCEPTED);
            assertThat(current().failure()).isNull();
        }

        @Test
        @DisplayName("is in the history with its reason and who reported it")
        void history() {
            Claim first = sending(message);
            settle(first, new Settlement.NotSent(BUSY, now));
            settle(sending(message), accepted);

            List<MessageEvent> history =
                    store().messages().history(ann, message.id()).orElseThrow();
            assertThat(history)
                    .extracting(MessageEvent::status)
                    .containsSubsequence(MessageStatus.SENDING, MessageStatus.ACCEPTED);
            assertThat(history).extracting(MessageEvent::failure).contains(BUSY);
            MessageEvent last = history.get(history.size() - 1);
            assertThat(last.source()).isEqualTo(MessageEvent.Source.DISPATCH);
            assertThat(last.applied()).isTrue();
            assertThat(last.occurredAt()).isEqualTo(now);
            assertThat(last.recordedAt()).isEqualTo(now);
        }
    }

    @Nested
    @DisplayName("An attempt that nobody knows about")
    class Unknown {
        @Test
        @DisplayName("stays so, and is not sent again by itself")
        void stays() {
            Claim claim = sending(message);
            StatusChange change =
                    settle(claim, new Settlement.Unknown(TIMED_OUT)).orElseThrow();
            assertThat(change.previous()).isEqualTo(MessageStatus.SENDING);
            assertThat(change.message().status()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(change.message().failure()).isEqualTo(TIMED_OUT);
            assertThat(current()).isEqualTo(change.message());
            store().outbox().recover(in(3600), in(3600));
            assertThat(claims(in(7200), message)).isEmpty();
            assertThat(current().status()).isEqualTo(MessageStatus.UNKNOWN);
        }

        @Test
        @DisplayName("is not told a second time")
        void twice() {
            Claim claim = sending(message);
            settle(claim, new Settlement.Unknown(TIMED_OUT));
            var before = store().messages().history(ann, message.id());
            assertThat(settle(claim, new Settlement.Unknown(BUSY))).isEmpty();
            assertThat(store().messages().history(ann, message.id())).isEqualTo(before);
            assertThat(current().failure()).isEqualTo(TIMED_OUT);
        }

        @Test
        @DisplayName("is settled by the same claim when it learns more")
        void settledLater() {
            Claim claim = sending(message);
            settle(claim, new Settlement.Unknown(TIMED_OUT));
            StatusChange change = settle(claim, accepted).orElseThrow();
            assertThat(change.previous()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(current().status()).isEqualTo(MessageStatus.ACCEPTED);
            assertThat(current().providerId()).isEqualTo(id);
            assertThat(current().failure()).isNull();
        }

        @Test
        @DisplayName("is sent again once the same claim knows that it was not sent")
        void notSentAfterAll() {
            Claim claim = sending(message);
            settle(claim, new Settlement.Unknown(TIMED_OUT));
            settle(claim, new Settlement.NotSent(BUSY, now));
            Claim next = sending(message);
            settle(next, accepted);
            assertThat(current().status()).isEqualTo(MessageStatus.ACCEPTED);
        }

        @Test
        @DisplayName("is what a worker that died after the gate leaves behind")
        void recovered() {
            Claim claim = sending(message);
            assertThat(unknown(store().outbox().recover(now, now))).isEmpty();
            StatusChange change =
                    unknown(store().outbox().recover(in(60), in(1))).orElseThrow();

            assertThat(change.owner()).isEqualTo(ann);
            assertThat(change.previous()).isEqualTo(MessageStatus.SENDING);
            assertThat(change.message()).isEqualTo(current());
            assertThat(current().status()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(unknown(store().outbox().recover(in(60), in(1)))).isEmpty();
            assertThat(settle(claim, accepted)).isPresent();
            assertThat(current().status()).isEqualTo(MessageStatus.ACCEPTED);
        }

        private Optional<StatusChange> unknown(Recovered recovered) {
            return recovered.unknown().stream()
                    .filter(change -> change.message().id().equals(message.id()))
                    .findAny();
        }
    }

    @Nested
    @DisplayName("A claim")
    class Tokens {
        @Test
        @DisplayName("that did not pass the gate settles nothing")
        void beforeTheGate() {
            Claim claim = claim(message);
            assertThat(settle(claim, accepted)).isEmpty();
            assertThat(current()).isEqualTo(message);
            pass(claim);
        }

        @Test
        @DisplayName("of an earlier attempt settles nothing of the next")
        void earlierAttempt() {
            Claim stale = sending(message);
            settle(stale, new Settlement.NotSent(BUSY, now));
            Claim current = sending(message);
            Message before = current();
            for (Settlement settlement : List.of(
                    new Settlement.Accepted(providerId(), Billing.none()),
                    new Settlement.Rejected(BUSY),
                    new Settlement.NotSent(BUSY, now),
                    new Settlement.Unknown(TIMED_OUT))) {
                assertThat(settle(stale, settlement)).as("%s", settlement).isEmpty();
                assertThat(current()).isEqualTo(before);
            }
            assertThat(settle(current, accepted)).isPresent();
            assertThat(current().providerId()).isEqualTo(id);
        }

        @Test
        @DisplayName("that was invented settles nothing")
        void invented() {
            Claim claim = sending(message);
            Claim forged =
                    GateContract.withToken(claim, "0".repeat(claim.token().length()));
            assertThat(settle(forged, accepted)).isEmpty();
            assertThat(current().status()).isEqualTo(MessageStatus.SENDING);
            assertThat(current().providerId()).isNull();
        }

        @Test
        @DisplayName("that ran out before the gate is ready again, and counts no attempt")
        void leaseRanOut() {
            Claim stale = claim(message);
            Claim lasting = claim(send(line(ann), number(), "Another"));
            store().outbox().recover(now, yesterday());
            assertThat(claims(now, message)).isEmpty();
            pass(lasting);

            assertThat(store().outbox()
                            .recover(now.plus(LEASE).plusSeconds(1), yesterday())
                            .ready())
                    .isPositive();
            Claim next = claim(in(70), message);
            assertThat(next.token()).isNotEqualTo(stale.token());
            assertThat(next.attempts()).isZero();
            assertThat(settle(stale, accepted)).isEmpty();
        }
    }
}
