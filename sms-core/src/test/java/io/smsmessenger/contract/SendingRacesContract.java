package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.Settlement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds when several work on the queue at the same moment. */
public abstract class SendingRacesContract extends SendingContractBase {
    private static final int THREADS = 8;
    private static final int ROUNDS = 10;

    private final UserId ann = user("ann");
    private final Address peer = number();
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    @Test
    @DisplayName("Messages claimed by eight threads at once are in one claim each")
    void disjointClaims() {
        List<MessageId> sent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sent.add(send(line, number(), "Text " + i).id());
        }
        List<Claim> claims = Together.times(THREADS, thread -> {
                    List<Claim> mine = new ArrayList<>();
                    List<Claim> batch = store().outbox().claim(request(3, now, LEASE));
                    while (!batch.isEmpty()) {
                        mine.addAll(batch);
                        batch = store().outbox().claim(request(3, now, LEASE));
                    }
                    return mine;
                })
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(claims).extracting(Claim::id).doesNotHaveDuplicates();
        // A thread may see nothing while others hold rows that they have not taken yet; what is left is still there.
        List<MessageId> taken = new ArrayList<>(claims.stream().map(Claim::id).toList());
        claims(now, missing(sent, taken)).forEach(claim -> taken.add(claim.id()));
        assertThat(taken).containsAll(sent).doesNotHaveDuplicates();
        store().outbox().release(claims);
    }

    private Message[] missing(List<MessageId> sent, List<MessageId> taken) {
        return sent.stream()
                .filter(id -> !taken.contains(id))
                .map(id -> store().messages().find(ann, id).orElseThrow())
                .toArray(Message[]::new);
    }

    @Test
    @DisplayName("A claim passes the gate once, whoever asks at the same moment")
    void onePass() {
        for (int round = 0; round < ROUNDS; round++) {
            Claim claim = claim(send(line, peer, "Text"));
            List<Gate> gates = Together.times(4, thread -> gate(claim));
            assertThat(gates).filteredOn(gate -> gate instanceof Gate.Passed).hasSize(1);
            assertThat(gates).filteredOn(gate -> gate instanceof Gate.Lost).hasSize(3);
        }
    }

    @Test
    @DisplayName("A message called back at the gate is either sent or called back")
    void cancelledAtTheGate() {
        for (int round = 0; round < ROUNDS; round++) {
            Message message = send(line, peer, "Text");
            Claim claim = claim(message);
            List<Boolean> won = Together.run(List.of(
                    () -> gate(claim) instanceof Gate.Passed,
                    () -> store().outbox().cancel(ann, message.id(), now).isPresent()));
            assertThat(won).containsExactlyInAnyOrder(true, false);
            assertThat(reload(ann, message).status())
                    .isEqualTo(won.get(0) ? MessageStatus.SENDING : MessageStatus.CANCELLED);
        }
    }

    @Test
    @DisplayName("Receipts shuffled over eight threads leave the highest status, and all are in the history")
    void shuffledReceipts() {
        for (int round = 0; round < 3; round++) {
            Message message = send(line, peer, "Text " + round);
            var id = accepted(message);
            List<Receipt> receipts = new ArrayList<>();
            for (int copy = 0; copy < 2; copy++) {
                for (MessageStatus status : List.of(
                        MessageStatus.ACCEPTED,
                        MessageStatus.SENT,
                        MessageStatus.UNCONFIRMED,
                        MessageStatus.FAILED,
                        MessageStatus.DELIVERED)) {
                    receipts.add(news(id, status).build());
                }
            }
            long before =
                    store().messages().history(ann, message.id()).orElseThrow().size();
            Together.times(THREADS, thread -> {
                List<Receipt> shuffled = new ArrayList<>(receipts);
                Collections.shuffle(shuffled, new Random(thread));
                shuffled.forEach(this::advance);
                return thread;
            });

            assertThat(reload(ann, message).status()).isEqualTo(MessageStatus.DELIVERED);
            assertThat(store().messages().history(ann, message.id()).orElseThrow())
                    .hasSize((int) before + receipts.size());
        }
    }

    @Test
    @DisplayName("A receipt at the same moment as the answer to our call ends in what the receipt says")
    void receiptMeetsAnswer() {
        for (int round = 0; round < ROUNDS; round++) {
            NewOutbound outbound = text(line, peer).build();
            Message message = send(outbound);
            Claim claim = sending(message);
            var id = providerId();
            Together.run(List.<Callable<Object>>of(
                    () -> settle(claim, new Settlement.Accepted(id, Billing.none())),
                    () -> advance(news(id, MessageStatus.DELIVERED).reference(outbound.reference()))));

            assertThat(reload(ann, message).status()).isEqualTo(MessageStatus.DELIVERED);
            assertThat(reload(ann, message).providerId()).isEqualTo(id);
        }
    }

    @Test
    @DisplayName("No message passes the gate after its recipient's opt-out returned")
    void stopAtTheGate() {
        ConsentScope scope = ConsentScope.of(Objects.requireNonNull(line.profileId()));
        for (int round = 0; round < ROUNDS; round++) {
            Address recipient = number();
            Message[] burst = new Message[4];
            for (int i = 0; i < burst.length; i++) {
                burst[i] = send(line, recipient, "Text " + i);
            }
            AtomicBoolean stopped = new AtomicBoolean();
            List<Callable<Boolean>> tasks = new ArrayList<>();
            tasks.add(() -> {
                store().consents().optOut(scope, recipient, OptOut.Source.KEYWORD, now);
                stopped.set(true);
                return true;
            });
            for (Claim claim : claims(now, burst)) {
                tasks.add(() -> {
                    // Read before the gate is asked: a pass is wrong only if the opt-out had returned by then.
                    boolean before = stopped.get();
                    return !(gate(claim) instanceof Gate.Passed) || !before;
                });
            }
            assertThat(tasks).hasSize(1 + burst.length);
            assertThat(Together.run(tasks)).doesNotContain(false);
            Claim late = claim(send(line, recipient, "Late"));
            assertThat(gate(late)).isInstanceOf(Gate.Refused.class);
        }
    }

    @Test
    @DisplayName("A number given up at the gate lets nothing pass afterwards")
    void releasedAtTheGate() {
        for (int round = 0; round < ROUNDS; round++) {
            NumberAssignment own = line(ann);
            Claim first = claim(send(own, peer, "First"));
            Claim second = claim(send(own, peer, "Second"));
            Together.run(
                    List.<Callable<Object>>of(() -> store().numbers().release(own.number(), now), () -> gate(first)));
            assertThat(gate(second)).isInstanceOf(Gate.Refused.class);
        }
    }
}
