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
import io.smsmessenger.store.Advanced;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How {@link io.smsmessenger.store.InboxStore} applies what carriers report of texts that went out. */
public abstract class ReceiptContract extends SendingContractBase {
    private static final Advanced DUPLICATE = new Advanced.Duplicate();
    private static final Advanced PARKED = new Advanced.Parked();
    private static final Failure UNREACHABLE = new Failure(FailureReason.NOT_ROUTABLE, "30003", "unreachable");

    private final UserId ann = user("ann");
    private final Address peer = number();
    private final ProviderMessageId id = providerId();
    private NewOutbound outbound;
    private Message message;

    @BeforeEach
    void oneMessageWaits() {
        NumberAssignment line = line(ann);
        outbound = text(line, peer).build();
        message = send(outbound);
    }

    private Message current() {
        return reload(ann, message);
    }

    private List<MessageEvent> history() {
        return store().messages().history(ann, message.id()).orElseThrow();
    }

    private static StatusChange applied(Advanced advanced) {
        assertThat(advanced).isInstanceOf(Advanced.Applied.class);
        return ((Advanced.Applied) advanced).change();
    }

    static Stream<List<MessageStatus>> permutations() {
        return permutations(List.of(
                MessageStatus.ACCEPTED, MessageStatus.SENT, MessageStatus.UNCONFIRMED, MessageStatus.DELIVERED));
    }

    private static Stream<List<MessageStatus>> permutations(List<MessageStatus> of) {
        return of.isEmpty()
                ? Stream.of(List.of())
                : of.stream()
                        .flatMap(first -> permutations(of.stream()
                                        .filter(other -> other != first)
                                        .toList())
                                .map(rest -> Stream.concat(Stream.of(first), rest.stream())
                                        .toList()));
    }

    @Nested
    @DisplayName("A receipt")
    class OneReceipt {
        @Test
        @DisplayName("moves the message that has the carrier's id, and brings times and cost")
        void moves() {
            ProviderMessageId known = accepted(message);
            Billing billing = new Billing(Encoding.GSM_7, 2, new Money(new BigDecimal("0.008"), "USD"));
            StatusChange change = applied(advance(news(known, MessageStatus.DELIVERED)
                    .sentAt(in(1))
                    .completedAt(in(2))
                    .billing(billing)));

            assertThat(change.owner()).isEqualTo(ann);
            assertThat(change.previous()).isEqualTo(MessageStatus.ACCEPTED);
            assertThat(change.message().id()).isEqualTo(message.id());
            assertThat(current().status()).isEqualTo(MessageStatus.DELIVERED);
            assertThat(current().sentAt()).isEqualTo(in(1));
            assertThat(current().completedAt()).isEqualTo(in(2));
            assertThat(current().billing().parts()).isEqualTo(2);
            assertThat(current().billing().cost().amount()).isEqualByComparingTo("0.008");
        }

        @Test
        @DisplayName("told again is a duplicate, and is in the history once")
        void again() {
            News sent = news(accepted(message), MessageStatus.SENT);
            advance(sent);
            List<MessageEvent> before = history();
            assertThat(advance(sent)).isEqualTo(DUPLICATE);
            assertThat(history()).isEqualTo(before);
        }

        @Test
        @DisplayName("that tells nothing new is kept in the history all the same")
        void nothingNew() {
            ProviderMessageId known = accepted(message);
            advance(news(known, MessageStatus.DELIVERED));
            StatusChange change = applied(advance(news(known, MessageStatus.SENT)));

            assertThat(change.moved()).isFalse();
            assertThat(change.message().status()).isEqualTo(MessageStatus.DELIVERED);
            MessageEvent last = history().get(history().size() - 1);
            assertThat(last.status()).isEqualTo(MessageStatus.SENT);
            assertThat(last.source()).isEqualTo(MessageEvent.Source.PROVIDER);
            assertThat(last.applied()).isFalse();
        }

        @Test
        @DisplayName("in a word that we do not know moves nothing and is in the history")
        void unknownWord() {
            ProviderMessageId known = accepted(message);
            Message before = current();
            int events = history().size();
            assertThat(applied(advance(news(known, null))).moved()).isFalse();
            assertThat(current()).isEqualTo(before);
            assertThat(history()).hasSize(events + 1);
            assertThat(history().get(events).applied()).isFalse();
        }

        @Test
        @DisplayName("of a failure brings the reason")
        void failure() {
            advance(news(accepted(message), MessageStatus.UNDELIVERED).because(UNREACHABLE));
            assertThat(current().status()).isEqualTo(MessageStatus.UNDELIVERED);
            assertThat(current().failure()).isEqualTo(UNREACHABLE);
            assertThat(history().get(history().size() - 1).failure()).isEqualTo(UNREACHABLE);
        }
    }

    @Nested
    @DisplayName("Of several receipts")
    class Several {
        @ParameterizedTest(name = "{0}")
        @MethodSource("io.smsmessenger.contract.ReceiptContract#permutations")
        @DisplayName("the highest stays, in whatever order they come")
        void anyOrder(List<MessageStatus> order) {
            ProviderMessageId known = accepted(message);
            int highest = 0;
            for (MessageStatus status : order) {
                advance(news(known, status));
                highest = Math.max(highest, status.rank());
                assertThat(current().status().rank()).isEqualTo(highest);
            }
            assertThat(current().status()).isEqualTo(MessageStatus.DELIVERED);
            assertThat(history()).extracting(MessageEvent::status).containsAll(order);
        }

        @ParameterizedTest(name = "{0} then {1} is {2}")
        @CsvSource({
            "FAILED, DELIVERED, DELIVERED",
            "UNDELIVERED, DELIVERED, DELIVERED",
            "UNCONFIRMED, DELIVERED, DELIVERED",
            "UNCONFIRMED, UNDELIVERED, UNDELIVERED",
            "DELIVERED, FAILED, DELIVERED",
            "FAILED, UNDELIVERED, FAILED",
            "UNDELIVERED, FAILED, UNDELIVERED",
            "EXPIRED, FAILED, EXPIRED",
            "FAILED, SENT, FAILED"
        })
        @DisplayName("that contradict each other the better founded one stays")
        void contradiction(MessageStatus first, MessageStatus second, MessageStatus last) {
            ProviderMessageId known = accepted(message);
            for (MessageStatus status : List.of(first, second)) {
                advance(news(known, status).because(status.coarse().name().equals("FAILED") ? UNREACHABLE : null));
            }
            assertThat(current().status()).isEqualTo(last);
            boolean failed = last != MessageStatus.DELIVERED;
            assertThat(current().failure()).isEqualTo(failed ? UNREACHABLE : null);
        }
    }

    @Nested
    @DisplayName("A receipt that is faster than the answer to our call")
    class Early {
        private Claim claim;

        @BeforeEach
        void theCallIsOnItsWay() {
            claim = sending(message);
        }

        @Test
        @DisplayName("finds its message by the planted reference and teaches the carrier's id")
        void byReference() {
            StatusChange change = applied(advance(news(id, MessageStatus.SENT).reference(outbound.reference())));
            assertThat(change.previous()).isEqualTo(MessageStatus.SENDING);
            assertThat(current().status()).isEqualTo(MessageStatus.SENT);
            assertThat(current().providerId()).isEqualTo(id);
            applied(advance(news(id, MessageStatus.DELIVERED)));
            assertThat(current().status()).isEqualTo(MessageStatus.DELIVERED);
        }

        @Test
        @DisplayName("is not undone by the answer")
        void answerComesLater() {
            advance(news(id, MessageStatus.DELIVERED).reference(outbound.reference()));
            settle(claim, new Settlement.Accepted(id, Billing.none()))
                    .ifPresent(change -> assertThat(change.moved()).isFalse());
            assertThat(current().status()).isEqualTo(MessageStatus.DELIVERED);
            assertThat(current().providerId()).isEqualTo(id);
        }

        @Test
        @DisplayName("keeps the message from being sent again, whatever the answer was")
        void notSentAgain() {
            advance(news(id, MessageStatus.SENT).reference(outbound.reference()));
            settle(claim, new Settlement.NotSent(TIMED_OUT, now));
            assertThat(claims(in(60), message)).isEmpty();
            assertThat(current().status()).isEqualTo(MessageStatus.SENT);
        }

        @Test
        @DisplayName("is not made unknown")
        void notUnknown() {
            advance(news(id, MessageStatus.SENT).reference(outbound.reference()));
            settle(claim, new Settlement.Unknown(TIMED_OUT));
            store().outbox().recover(in(3600), in(3600));
            assertThat(current().status()).isEqualTo(MessageStatus.SENT);
        }

        @Test
        @DisplayName("settles what nobody knew")
        void settlesUnknown() {
            settle(claim, new Settlement.Unknown(TIMED_OUT));
            StatusChange change =
                    applied(advance(news(id, MessageStatus.ACCEPTED).reference(outbound.reference())));
            assertThat(change.previous()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(current().status()).isEqualTo(MessageStatus.ACCEPTED);
            assertThat(current().providerId()).isEqualTo(id);
        }

        @Test
        @DisplayName("takes a message off the queue that was to be sent once more")
        void offTheQueue() {
            settle(claim, new Settlement.NotSent(TIMED_OUT, now));
            Claim second = claim(message);
            advance(news(id, MessageStatus.SENT).reference(outbound.reference()));
            assertThat(gate(second)).isNotInstanceOf(Gate.Passed.class);
            store().outbox().release(List.of(second));
            assertThat(claims(in(60), message)).isEmpty();
            assertThat(current().status()).isEqualTo(MessageStatus.SENT);
        }

        @Test
        @DisplayName("does not take over a message whose carrier's id is another")
        void otherId() {
            settle(claim, new Settlement.Accepted(id, Billing.none()));
            assertThat(advance(news(providerId(), MessageStatus.DELIVERED).reference(outbound.reference())))
                    .isEqualTo(PARKED);
            assertThat(current().status()).isEqualTo(MessageStatus.ACCEPTED);
            assertThat(current().providerId()).isEqualTo(id);
        }
    }

    @Nested
    @DisplayName("A receipt without a message")
    class Parked {
        @Test
        @DisplayName("is parked, and lands when it is told again after the message learnt its id")
        void landsLater() {
            Claim claim = sending(message);
            News delivered = news(id, MessageStatus.DELIVERED);
            assertThat(advance(delivered)).isEqualTo(PARKED);
            assertThat(advance(delivered)).isEqualTo(DUPLICATE);
            settle(claim, new Settlement.Accepted(id, Billing.none()));

            String eventId = delivered.build().eventId();
            assertThat(store().inbox().forget(account(), eventId, Disposition.PARKED))
                    .isTrue();
            assertThat(applied(advance(delivered)).moved()).isTrue();
            assertThat(current().status()).isEqualTo(MessageStatus.DELIVERED);
        }

        @Test
        @DisplayName("in its own account is parked, whatever another account's messages are")
        void otherAccount() {
            ProviderMessageId known = accepted(message);
            assertThat(store().inbox()
                            .advance(
                                    anotherAccount(),
                                    news(known, MessageStatus.DELIVERED)
                                            .reference(outbound.reference())
                                            .build(),
                                    RAW,
                                    now))
                    .isEqualTo(PARKED);
            assertThat(current().status()).isEqualTo(MessageStatus.ACCEPTED);
        }

        @Test
        @DisplayName("that went out is parked: a text that came in has no receipts")
        void inbound() {
            Incoming incoming = new Incoming(peer, message.number(), now).messageId(id);
            Message text = stored(receive(incoming)).message();
            assertThat(advance(news(id, MessageStatus.DELIVERED))).isEqualTo(PARKED);
            assertThat(reload(ann, text)).isEqualTo(text);
        }
    }
}
