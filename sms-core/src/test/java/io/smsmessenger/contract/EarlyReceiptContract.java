package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Advanced;
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

/** Receipts that come before we know the carrier's id of their message, and those that find none. */
public abstract class EarlyReceiptContract extends SendingContractBase {
    private static final Advanced PARKED = new Advanced.Parked();

    private final UserId ann = user("ann");
    private final Address peer = number();
    private final ProviderMessageId id = providerId();
    private NewOutbound outbound;
    private Message message;

    @BeforeEach
    void oneMessageWaits() {
        outbound = text(line(ann), peer).build();
        message = send(outbound);
    }

    private Message current() {
        return reload(ann, message);
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
            assertThat(advance(delivered)).isEqualTo(PARKED);
            settle(claim, new Settlement.Accepted(id, Billing.none()));

            assertThat(applied(advance(delivered)).moved()).isTrue();
            assertThat(advance(delivered)).isEqualTo(new Advanced.Duplicate());
            assertThat(store().messages().history(ann, message.id()).orElseThrow())
                    .filteredOn(event -> event.source() == MessageEvent.Source.PROVIDER)
                    .hasSize(1);
            assertThat(current().status()).isEqualTo(MessageStatus.DELIVERED);
        }

        @Test
        @DisplayName("in its own account is parked, whatever another account's messages are")
        void otherAccount() {
            Claim claim = sending(message);
            assertThat(elsewhere(news(id, MessageStatus.DELIVERED).reference(outbound.reference())))
                    .isEqualTo(PARKED);
            assertThat(current().status()).isEqualTo(MessageStatus.SENDING);
            assertThat(current().providerId()).isNull();

            settle(claim, new Settlement.Accepted(id, Billing.none()));
            assertThat(elsewhere(news(id, MessageStatus.DELIVERED))).isEqualTo(PARKED);
            assertThat(current().status()).isEqualTo(MessageStatus.ACCEPTED);
        }

        private Advanced elsewhere(News news) {
            return store().inbox().advance(anotherAccount(), news.build(), RAW, now);
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
