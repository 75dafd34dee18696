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
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Advanced;
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
    private static final Failure UNREACHABLE = new Failure(FailureReason.NOT_ROUTABLE, "30003", "unreachable");

    private final UserId ann = user("ann");
    private final Address peer = number();
    private Message message;

    @BeforeEach
    void oneMessageWaits() {
        message = send(line(ann), peer, "Hi");
    }

    private Message current() {
        return reload(ann, message);
    }

    private List<MessageEvent> history() {
        return store().messages().history(ann, message.id()).orElseThrow();
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
        @DisplayName("of no failure brings none, whatever it says")
        void noFailure() {
            advance(news(accepted(message), MessageStatus.DELIVERED).because(UNREACHABLE));
            assertThat(current().failure()).isNull();
            assertThat(history().get(history().size() - 1).failure()).isEqualTo(UNREACHABLE);
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
}
