package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.Trace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who looks for unknown messages, and when; {@link ConclusionContract} says what comes of it. */
public abstract class TraceContract extends SendingContractBase {
    private final UserId ann = user("ann");
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    private List<Trace> traces(long seconds) {
        return traces(in(seconds), 10);
    }

    @Test
    @DisplayName("A message is looked for the moment it becomes unknown, with all that is needed")
    void complete() {
        NewOutbound outbound =
                text(line, number()).guarantee(Guarantee.AT_LEAST_ONCE).build();
        Message message = send(outbound);
        Claim claim = claim(message);
        gate(claim, in(1));
        store().outbox().settle(claim, new Settlement.Unknown(TIMED_OUT), in(2));
        assertThat(traces(1)).isEmpty();
        assertThat(traces(2))
                .containsExactly(new Trace(
                        message.id(),
                        ann,
                        account(),
                        line.number(),
                        outbound.peer(),
                        outbound.reference(),
                        null,
                        in(1),
                        Guarantee.AT_LEAST_ONCE,
                        outbound.expiresAt(),
                        1,
                        1,
                        0));
    }

    @Test
    @DisplayName("A message that a dead worker left behind is looked for at once, too")
    void recovered() {
        Message message = send(line, number(), "Hi");
        sending(message);
        store().outbox().recover(in(60), in(1));
        assertThat(traces(60)).extracting(Trace::id).containsExactly(message.id());
    }

    @Test
    @DisplayName("A message is looked for by one, and again when the pause is over")
    void onceAPause() {
        unknown(send(line, number(), "Hi"));
        assertThat(traces(0)).extracting(Trace::looks).containsExactly(1);
        assertThat(traces(0)).isEmpty();
        assertThat(store().outbox().trace(Set.of(account()), 10, in(60).minusNanos(1000), PAUSE))
                .isEmpty();
        assertThat(traces(60)).extracting(Trace::looks).containsExactly(2);
    }

    @Test
    @DisplayName("No more are taken than asked for, those that wait longest first")
    void limit() {
        Message later = send(line, number(), "Later");
        Message first = send(line, number(), "First");
        Message last = send(line, number(), "Last");
        Claim laters = sending(later);
        store().outbox().settle(sending(first), new Settlement.Unknown(TIMED_OUT), now);
        store().outbox().settle(laters, new Settlement.Unknown(TIMED_OUT), in(1));
        store().outbox().settle(sending(last), new Settlement.Unknown(TIMED_OUT), in(2));
        assertThat(traces(in(5), 2)).extracting(Trace::id).containsExactly(first.id(), later.id());
        assertThat(traces(in(5), 2)).extracting(Trace::id).containsExactly(last.id());
        assertThat(traces(in(5), 0)).isEmpty();
    }

    @Test
    @DisplayName("Only messages of the accounts asked for are taken")
    void accounts() {
        unknown(send(line, number(), "Hi"));
        assertThat(store().outbox().trace(Set.of(anotherAccount()), 10, now, PAUSE))
                .isEmpty();
        assertThat(store().outbox().trace(Set.of(), 10, now, PAUSE)).isEmpty();
        assertThat(store().outbox().trace(Set.of(account(), anotherAccount()), 10, now, PAUSE))
                .hasSize(1);
    }

    @Test
    @DisplayName("A message that is not unknown is not looked for")
    void others() {
        send(line, number(), "Waiting");
        claim(send(line, number(), "Claimed"));
        sending(send(line, number(), "Sending"));
        accepted(send(line, number(), "Accepted"));
        Claim settled = unknown(send(line, number(), "Settled"));
        settle(settled, new Settlement.Accepted(providerId(), Billing.none()));
        assertThat(traces(60)).isEmpty();
    }

    @Test
    @DisplayName("The carrier's id is told where one was learnt")
    void learntId() {
        NewOutbound outbound = text(line, number()).build();
        Message message = send(outbound);
        unknown(message);
        var id = providerId();
        applied(advance(news(id, null).reference(outbound.reference())));
        assertThat(reload(ann, message).status()).isEqualTo(MessageStatus.UNKNOWN);
        assertThat(traces(0)).extracting(Trace::providerId).containsExactly(id);
    }

    @Test
    @DisplayName("A second attempt is looked for anew: its looks go on counting, its silences begin again")
    void secondAttempt() {
        Message message = send(line, number(), "Hi");
        Claim first = unknown(message);
        Trace trace = traces(0).get(0);
        store().outbox().conclude(trace, new Conclusion.Silent(false, in(3600)), now);
        settle(first, new Settlement.NotSent(TIMED_OUT, now));
        assertThat(traces(7200)).isEmpty();

        Claim second = claim(message);
        gate(second, in(5));
        store().outbox().settle(second, new Settlement.Unknown(TIMED_OUT), in(6));
        Trace next = traces(6).get(0);
        assertThat(next.gatedAt()).isEqualTo(in(5));
        assertThat(next.looks()).isEqualTo(trace.looks() + 1);
        assertThat(List.of(trace.attempts(), next.attempts())).containsExactly(1, 2);
        assertThat(next.silences()).isZero();
    }
}
