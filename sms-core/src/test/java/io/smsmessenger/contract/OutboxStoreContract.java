package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.NewOutbound;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How {@link io.smsmessenger.store.OutboxStore} hands messages out; {@link ClientKeyContract} says how it takes them in. */
public abstract class OutboxStoreContract extends SendingContractBase {
    private final UserId ann = user("ann");
    private final Address peer = number();
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    @Nested
    @DisplayName("A claim")
    class Claiming {
        @Test
        @DisplayName("holds all that is needed to send the message")
        void complete() {
            NewOutbound outbound = text(line, peer).says("Hello \uD83D\uDE00").build();
            Message message = send(outbound);
            Claim claim = claim(message);

            assertThat(claim)
                    .isEqualTo(new Claim(
                            message.id(),
                            claim.token(),
                            ann,
                            account(),
                            line.id(),
                            outbound.profileId(),
                            store().profiles()
                                    .byId(outbound.profileId())
                                    .orElseThrow()
                                    .providerProfileId(),
                            line.number(),
                            peer,
                            outbound.content(),
                            outbound.reference(),
                            outbound.priority(),
                            false,
                            0,
                            outbound.expiresAt()));
            assertThat(claim.token()).isNotBlank();
        }

        @Test
        @DisplayName("is nobody else's while it lasts")
        void exclusive() {
            Message message = send(line, peer, "Hi");
            assertThat(claims(now, message)).hasSize(1);
            assertThat(claims(now, message)).isEmpty();
        }

        @Test
        @DisplayName("holds no more messages than asked for")
        void limit() {
            for (int i = 0; i < 3; i++) {
                send(line, peer, "Text " + i);
            }
            List<Claim> two = store().outbox().claim(request(2, now, LEASE));
            assertThat(two).hasSize(2);
            store().outbox().release(two);
        }

        @Test
        @DisplayName("that is given back can be taken again, under another token")
        void released() {
            Message message = send(line, peer, "Hi");
            Claim first = claim(message);
            store().outbox().release(List.of(first));
            Claim second = claim(message);

            assertThat(second.token()).isNotEqualTo(first.token());
            assertThat(second.attempts()).isZero();
        }

        @Test
        @DisplayName("that was given back or passed the gate cannot be given back again")
        void releasedLate() {
            Message message = send(line, peer, "Hi");
            Claim stale = claim(message);
            store().outbox().release(List.of(stale));
            Claim current = claim(message);
            store().outbox().release(List.of(stale));
            assertThat(claims(now, message)).isEmpty();

            pass(current);
            store().outbox().release(List.of(current));
            assertThat(claims(now, message)).isEmpty();
        }

        @Test
        @DisplayName("takes one-to-one texts before bulk, then the longest due")
        void order() {
            Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
            Message bulk = send(text(line, peer).bulk().at(longAgo).expiresAt(in(60)));
            Message later = send(text(line, peer).at(longAgo.plusSeconds(20)).expiresAt(in(60)));
            Message first = send(text(line, peer).at(longAgo.plusSeconds(10)).expiresAt(in(60)));

            assertThat(claims(now, bulk, later, first))
                    .extracting(Claim::id)
                    .containsExactly(first.id(), later.id(), bulk.id());
        }
    }

    @Nested
    @DisplayName("A message")
    class Due {
        @Test
        @DisplayName("that is scheduled waits for its time")
        void scheduled() {
            Message message = send(text(line, peer).sendAt(in(60)));
            assertThat(message.status()).isEqualTo(MessageStatus.SCHEDULED);
            assertThat(message.sendAt()).isEqualTo(in(60));
            assertThat(claims(in(59), message)).isEmpty();

            Claim claim = claim(in(60), message);
            assertThat(gate(claim, in(60))).isInstanceOf(io.smsmessenger.store.Gate.Passed.class);
            assertThat(reload(ann, message).status()).isEqualTo(MessageStatus.SENDING);
        }

        @Test
        @DisplayName("that was scheduled for a time gone by is queued")
        void scheduledForThePast() {
            Message message = send(text(line, peer).sendAt(in(-1)));
            assertThat(message.status()).isEqualTo(MessageStatus.QUEUED);
            assertThat(claims(now, message)).hasSize(1);
        }

        @Test
        @DisplayName("is the next one due until it is claimed")
        void nextDue() {
            Instant longAgo = Instant.parse("2001-01-01T00:00:00.000001Z");
            Message message = send(text(line, peer).at(longAgo).expiresAt(in(60)));
            assertThat(store().outbox().nextDue()).contains(longAgo);

            Claim claim = claim(message);
            assertThat(store().outbox().nextDue()).isNotEqualTo(java.util.Optional.of(longAgo));
            store().outbox().release(List.of(claim));
            assertThat(store().outbox().nextDue()).contains(longAgo);
        }
    }

    @Nested
    @DisplayName("A conversation")
    class Showing {
        @Test
        @DisplayName("that a text makes shows it from the start")
        void first() {
            Message message = send(text(line, peer).says("Hello").at(in(1)));
            Conversation conversation = conversationOf(ann, message);
            assertThat(conversation.preview()).isEqualTo("Hello");
            assertThat(conversation.lastDirection()).isEqualTo(Direction.OUTBOUND);
            assertThat(conversation.lastActivityAt()).isEqualTo(in(1));
        }

        @Test
        @DisplayName("is touched neither by a further text nor by its claim")
        void untouched() {
            Conversation before = texts(peer, line, "Where are you?").conversation();
            Message message = send(text(line, peer).says("On my way").at(in(5)));
            claim(in(10), message);
            assertThat(reload(ann, before)).isEqualTo(before);
        }

        @Test
        @DisplayName("is brought up to date by showing the claim")
        void preview() {
            Conversation before = texts(peer, line, "Where are you?").conversation();
            Message message = send(text(line, peer).says("On my way").at(in(5)));
            store().outbox().show(claim(in(10), message));

            Conversation after = reload(ann, before);
            assertThat(after.preview()).isEqualTo("On my way");
            assertThat(after.lastDirection()).isEqualTo(Direction.OUTBOUND);
            assertThat(after.lastActivityAt()).isEqualTo(in(5));
            assertThat(after.unreadCount()).isEqualTo(1);
            assertThat(after.state()).isEqualTo(ConversationState.OPEN);
        }

        @Test
        @DisplayName("counts a scheduled text from when it was to leave")
        void scheduled() {
            Message message = send(text(line, peer).says("Later").sendAt(in(60)));
            store().outbox().show(claim(in(90), message));
            assertThat(conversationOf(ann, message).lastActivityAt()).isEqualTo(in(60));
        }

        @Test
        @DisplayName("keeps the preview of a newer text that came in")
        void overtaken() {
            Message message = send(line, peer, "Older");
            stored(receive(incoming(peer, line).says("Newer").receivedAt(in(5))));
            store().outbox().show(claim(in(10), message));

            Conversation conversation = conversationOf(ann, message);
            assertThat(conversation.preview()).isEqualTo("Newer");
            assertThat(conversation.lastDirection()).isEqualTo(Direction.INBOUND);
            assertThat(conversation.lastActivityAt()).isEqualTo(in(5));
        }

        @Test
        @DisplayName("shows the latest of several, in whatever order they are shown")
        void severalAtOnce() {
            texts(peer, line, "Hi");
            Message one = send(text(line, peer).says("One").at(in(1)));
            Message two = send(text(line, peer).says("Two").at(in(2)));
            List<Claim> claims = claims(in(5), one, two);
            assertThat(claims).hasSize(2);
            List.of(claims.get(1), claims.get(0)).forEach(store().outbox()::show);
            assertThat(conversationOf(ann, one).preview()).isEqualTo("Two");
            assertThat(conversationOf(ann, one).lastActivityAt()).isEqualTo(in(2));
        }
    }

    @Nested
    @DisplayName("Calling a message back")
    class Cancelling {
        @Test
        @DisplayName("ends one that waits, and it is claimed no more")
        void waiting() {
            Message queued = send(line, peer, "Hi");
            Message scheduled = send(text(line, peer).sendAt(in(60)));
            for (Message message : List.of(queued, scheduled)) {
                var change = store().outbox().cancel(ann, message.id(), in(1)).orElseThrow();
                assertThat(change.owner()).isEqualTo(ann);
                assertThat(change.previous()).isEqualTo(message.status());
                assertThat(change.message().status()).isEqualTo(MessageStatus.CANCELLED);
                assertThat(reload(ann, message)).isEqualTo(change.message());
                assertThat(claims(in(120), message)).isEmpty();
                assertThat(store().outbox().cancel(ann, message.id(), in(2))).isEmpty();
            }
        }

        @Test
        @DisplayName("is possible until it passed the gate")
        void claimed() {
            Message message = send(line, peer, "Hi");
            Claim claim = claim(message);
            assertThat(store().outbox().cancel(ann, message.id(), now)).isPresent();
            assertThat(gate(claim)).isEqualTo(new io.smsmessenger.store.Gate.Lost());
            assertThat(reload(ann, message).status()).isEqualTo(MessageStatus.CANCELLED);
        }

        @Test
        @DisplayName("is too late after the gate")
        void tooLate() {
            Message message = send(line, peer, "Hi");
            sending(message);
            assertThat(store().outbox().cancel(ann, message.id(), now)).isEmpty();
            assertThat(reload(ann, message).status()).isEqualTo(MessageStatus.SENDING);
        }

        @Test
        @DisplayName("is not possible for a text that came in")
        void inbound() {
            Message text = texts(peer, line, "Hi").message();
            assertThat(store().outbox().cancel(ann, text.id(), now)).isEmpty();
            assertThat(reload(ann, text)).isEqualTo(text);
        }
    }
}
