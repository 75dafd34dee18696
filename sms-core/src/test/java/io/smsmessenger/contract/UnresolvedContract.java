package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Cursor;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Unresolved;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What nobody knows, as the operator sees it, and giving it up. */
public abstract class UnresolvedContract extends SendingContractBase {
    /** Earlier than whatever else lies in the database, so that this test's own come first. */
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private final UserId ann = user("ann");
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    private Page<Unresolved> page(PageRequest request) {
        return store().outbox().unresolved(request);
    }

    private Message unknownSince(Instant gated) {
        Message message = send(text(line, number()).guarantee(Guarantee.AT_LEAST_ONCE));
        Claim claim = claim(message);
        gate(claim, gated);
        settle(claim, new Settlement.Unknown(TIMED_OUT));
        return reload(ann, message);
    }

    private static List<MessageId> ids(Page<Unresolved> page) {
        return page.items().stream().map(row -> row.message().id()).toList();
    }

    @Nested
    @DisplayName("The list of what nobody knows")
    class Listing {
        @Test
        @DisplayName("tells all that a person needs to decide")
        void complete() {
            Message message = unknownSince(LONG_AGO);
            assertThat(page(PageRequest.first(1)).items())
                    .containsExactly(new Unresolved(ann, message, LONG_AGO, 1, Guarantee.AT_LEAST_ONCE, 0, now));
            var trace = traces(now, 1).get(0);
            store().outbox().conclude(trace, new Conclusion.Silent(true, null), now);
            assertThat(page(PageRequest.first(1)).items())
                    .containsExactly(
                            new Unresolved(ann, reload(ann, message), LONG_AGO, 1, Guarantee.AT_LEAST_ONCE, 1, null));
        }

        @Test
        @DisplayName("has the longest unknown first, then the first made, and pages in both directions")
        void walk() {
            MessageId third = unknownSince(LONG_AGO.plusSeconds(2)).id();
            MessageId first = unknownSince(LONG_AGO).id();
            MessageId second = unknownSince(LONG_AGO.plusSeconds(1)).id();
            MessageId fourth = unknownSince(LONG_AGO.plusSeconds(2)).id();

            Page<Unresolved> one = page(PageRequest.first(2));
            assertThat(ids(one)).containsExactly(first, second);
            assertThat(one.hasBefore()).isFalse();
            assertThat(one.hasAfter()).isTrue();
            Page<Unresolved> two = page(PageRequest.first(2).after(Objects.requireNonNull(one.last())));
            assertThat(ids(two)).containsExactly(third, fourth);
            assertThat(two.hasBefore()).isTrue();
            Page<Unresolved> back = page(PageRequest.first(2).before(Objects.requireNonNull(two.last())));
            assertThat(ids(back)).containsExactly(second, third);
            assertThat(back.hasBefore()).isTrue();
            assertThat(back.hasAfter()).isTrue();
            Page<Unresolved> start = page(PageRequest.first(2).before(Objects.requireNonNull(back.first())));
            assertThat(ids(start)).containsExactly(first);
            assertThat(start.hasBefore()).isFalse();
        }

        @Test
        @DisplayName("has no message that is known, waits to be sent again, or is given up")
        void only() {
            MessageId stays = unknownSince(LONG_AGO.plusSeconds(9)).id();
            Message again = unknownSince(LONG_AGO);
            Message givenUp = unknownSince(LONG_AGO);
            NewOutbound outbound = text(line, number()).build();
            Message known = send(outbound);
            gateLongAgo(known);
            assertThat(ids(page(PageRequest.first(9)))).contains(again.id(), givenUp.id(), known.id());

            store().outbox().sendAgain(ann, again.id(), in(60), now);
            store().outbox().giveUp(ann, givenUp.id(), now);
            advance(news(providerId(), MessageStatus.SENT).reference(outbound.reference()));
            assertThat(ids(page(PageRequest.first(1)))).containsExactly(stays);

            Claim second = claim(again);
            gate(second, LONG_AGO.plusSeconds(8));
            assertThat(ids(page(PageRequest.first(1)))).containsExactly(stays);
            settle(second, new Settlement.Unknown(TIMED_OUT));
            Unresolved row = page(PageRequest.first(1)).items().get(0);
            assertThat(row.message().id()).isEqualTo(again.id());
            assertThat(row.gatedAt()).isEqualTo(LONG_AGO.plusSeconds(8));
            assertThat(row.attempts()).isEqualTo(1);
        }

        private void gateLongAgo(Message message) {
            Claim claim = claim(message);
            gate(claim, LONG_AGO);
            settle(claim, new Settlement.Unknown(TIMED_OUT));
        }

        @Test
        @DisplayName("refuses a cursor that no page gave")
        void cursor() {
            assertRefused(
                    Problem.INVALID_CURSOR, () -> page(PageRequest.first(1).after(new Cursor("none"))));
        }
    }

    @Nested
    @DisplayName("A message that is given up")
    class GivingUp {
        @Test
        @DisplayName("ends as failed, by a person, once")
        void failed() {
            Message message = unknownSince(now);
            StatusChange change =
                    store().outbox().giveUp(ann, message.id(), in(5)).orElseThrow();
            assertThat(change.owner()).isEqualTo(ann);
            assertThat(change.previous()).isEqualTo(MessageStatus.UNKNOWN);
            assertThat(change.message().status()).isEqualTo(MessageStatus.FAILED);
            assertThat(change.message().failure()).isEqualTo(Failure.of(FailureReason.UNRESOLVED));
            assertThat(reload(ann, message)).isEqualTo(change.message());
            List<MessageEvent> history =
                    store().messages().history(ann, message.id()).orElseThrow();
            assertThat(history.get(history.size() - 1).source()).isEqualTo(MessageEvent.Source.PERSON);

            assertThat(store().outbox().giveUp(ann, message.id(), in(6))).isEmpty();
            assertThat(store().outbox().sendAgain(ann, message.id(), in(60), in(6)))
                    .isEmpty();
            assertThat(traces(in(3600), 9)).isEmpty();
            assertThat(claims(in(3600), message)).isEmpty();
        }

        @Test
        @DisplayName("is delivered all the same when the carrier says so later")
        void evidence() {
            NewOutbound outbound = text(line, number()).build();
            Message message = send(outbound);
            unknown(message);
            store().outbox().giveUp(ann, message.id(), now);
            StatusChange change =
                    applied(advance(news(providerId(), MessageStatus.DELIVERED).reference(outbound.reference())));
            assertThat(change.previous()).isEqualTo(MessageStatus.FAILED);
            assertThat(reload(ann, message).status()).isEqualTo(MessageStatus.DELIVERED);
            assertThat(reload(ann, message).failure()).isNull();
        }
    }

    @Nested
    @DisplayName("The operator, who has no user at hand,")
    class Owners {
        @Test
        @DisplayName("learns whose a message is")
        void ownerOf() {
            Message outbound = send(line, number(), "Hi");
            Message inbound = texts(number(), line, "Hi").message();
            assertThat(store().outbox().ownerOf(outbound.id())).contains(ann);
            assertThat(store().outbox().ownerOf(inbound.id())).contains(ann);
            assertThat(store().outbox().ownerOf(new MessageId(Long.MAX_VALUE))).isEmpty();
        }
    }
}
