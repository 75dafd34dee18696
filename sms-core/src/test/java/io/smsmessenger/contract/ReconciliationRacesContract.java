package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds when an unknown message is settled from several sides at the same moment. */
public abstract class ReconciliationRacesContract extends SendingContractBase {
    private static final int ROUNDS = 10;

    private final UserId ann = user("ann");
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    private MessageStatus statusOf(Message message) {
        return reload(ann, message).status();
    }

    @Test
    @DisplayName("Eight that look for unknown messages look for different ones")
    void disjointTraces() {
        List<MessageId> sent = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Message message = send(line, number(), "Text " + i);
            unknown(message);
            sent.add(message.id());
        }
        List<MessageId> taken = new ArrayList<>();
        Together.times(8, thread -> {
                    List<MessageId> mine = new ArrayList<>();
                    List<Trace> batch = traces(now, 3);
                    while (!batch.isEmpty()) {
                        batch.forEach(trace -> mine.add(trace.id()));
                        batch = traces(now, 3);
                    }
                    return mine;
                })
                .forEach(taken::addAll);
        // One may see nothing while others hold rows that they have not taken yet; what is left is still there.
        traces(now, 24).forEach(trace -> taken.add(trace.id()));
        assertThat(taken).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    @DisplayName("A receipt at the same moment as sending again leaves nothing to be sent")
    void receiptMeetsSendAgain() {
        for (int round = 0; round < ROUNDS; round++) {
            NewOutbound outbound = text(line, number()).build();
            Message message = send(outbound);
            unknown(message);
            Together.run(List.<Callable<Object>>of(
                    () -> store().outbox().sendAgain(ann, message.id(), in(60), now),
                    () -> advance(news(providerId(), MessageStatus.SENT).reference(outbound.reference()))));
            assertThat(statusOf(message)).isEqualTo(MessageStatus.SENT);
            assertThat(claims(in(1), message)).isEmpty();
        }
    }

    @Test
    @DisplayName("A message sent again by two at once is sent again once")
    void sendAgainTwice() {
        for (int round = 0; round < ROUNDS; round++) {
            Message message = send(line, number(), "Hi");
            unknown(message);
            List<Optional<StatusChange>> answers =
                    Together.times(4, thread -> store().outbox().sendAgain(ann, message.id(), in(60), now));
            assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
            assertThat(claims(now, message)).hasSize(1);
        }
    }

    @Test
    @DisplayName("A message given up while it is sent again ends as failed, and is not sent")
    void giveUpMeetsSendAgain() {
        for (int round = 0; round < ROUNDS; round++) {
            Message message = send(line, number(), "Hi");
            unknown(message);
            List<Optional<StatusChange>> answers = Together.run(List.of(
                    () -> store().outbox().giveUp(ann, message.id(), now),
                    () -> store().outbox().sendAgain(ann, message.id(), in(60), now)));
            assertThat(answers.get(0)).isPresent();
            assertThat(statusOf(message)).isEqualTo(MessageStatus.FAILED);
            assertThat(claims(in(1), message)).isEmpty();
        }
    }

    @Test
    @DisplayName("An answer at the same moment as a conclusion: one of them holds, and the message is settled or ready")
    void answerMeetsConclusion() {
        for (int round = 0; round < ROUNDS; round++) {
            Message message = send(line, number(), "Hi");
            Claim claim = unknown(message);
            Trace trace = traces(now, 1).get(0);
            List<Boolean> won = Together.run(List.of(
                    () -> settle(claim, new Settlement.Accepted(providerId(), Billing.none()))
                            .isPresent(),
                    () -> store().outbox()
                            .conclude(trace, new Conclusion.SendAgain(), now)
                            .isPresent()));
            assertThat(won).containsExactlyInAnyOrder(true, false);
            assertThat(statusOf(message)).isEqualTo(won.get(0) ? MessageStatus.ACCEPTED : MessageStatus.UNKNOWN);
            assertThat(claims(now, message)).hasSize(won.get(0) ? 0 : 1);
        }
    }
}
