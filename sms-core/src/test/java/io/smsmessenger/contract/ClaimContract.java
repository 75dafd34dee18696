package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.NewOutbound.Priority;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a worker may ask for when it claims, and how it puts a claim off. */
public abstract class ClaimContract extends SendingContractBase {
    private final UserId ann = user("ann");
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    private List<MessageId> claimed(Set<AccountId> accounts, int limit, int bulkLimit) {
        return store().outbox().claim(new ClaimRequest(accounts, limit, bulkLimit, now, LEASE, Map.of())).stream()
                .map(Claim::id)
                .toList();
    }

    private MessageId one() {
        return send(line, number(), "Reply").id();
    }

    private MessageId bulk() {
        return send(text(line, number()).bulk()).id();
    }

    @Nested
    @DisplayName("A worker")
    class Asking {
        @Test
        @DisplayName("gets messages of the accounts that it asked for, and of no other")
        void accounts() {
            MessageId message = one();
            AccountId other = anotherAccount();
            assertThat(claimed(Set.of(other), 10, 10)).isEmpty();
            assertThat(claimed(Set.of(), 10, 10)).isEmpty();
            assertThat(claimed(Set.of(other, account()), 10, 10)).containsExactly(message);
        }

        @Test
        @DisplayName("gets no more bulk than it has hands for, and as many replies as before")
        void bulkLimit() {
            bulk();
            bulk();
            bulk();
            MessageId reply = one();
            List<Claim> claims =
                    store().outbox().claim(new ClaimRequest(Set.of(account()), 10, 2, now, LEASE, Map.of()));
            assertThat(claims)
                    .extracting(Claim::priority)
                    .containsExactly(Priority.ONE_TO_ONE, Priority.BULK, Priority.BULK);
            assertThat(claims.get(0).id()).isEqualTo(reply);
        }

        @Test
        @DisplayName("that wants no bulk gets none, and one that wants nothing gets nothing")
        void nothing() {
            MessageId bulk = bulk();
            MessageId reply = one();
            assertThat(claimed(Set.of(account()), 0, 0)).isEmpty();
            assertThat(claimed(Set.of(account()), 10, 0)).containsExactly(reply);
            assertThat(claimed(Set.of(account()), 10, 10)).containsExactly(bulk);
        }

        @Test
        @DisplayName("counts bulk in its limit, too")
        void limit() {
            MessageId bulk = bulk();
            bulk();
            MessageId reply = one();
            assertThat(claimed(Set.of(account()), 2, 10)).containsExactly(reply, bulk);
        }

        @Test
        @DisplayName("reaches a reply behind any number of bulk texts and of other accounts' texts")
        void behindOthers() {
            for (int i = 0; i < 30; i++) {
                bulk();
            }
            MessageId reply = one();
            assertThat(claimed(Set.of(account()), 1, 1)).containsExactly(reply);
        }
    }

    @Nested
    @DisplayName("A claim that is put off")
    class Deferring {
        @Test
        @DisplayName("is not due before then, counts no attempt, and can be taken under another token")
        void deferred() {
            Message message = send(line, number(), "Hi");
            Claim first = claim(message);
            store().outbox().defer(first, in(60));
            assertThat(claims(in(59), message)).isEmpty();

            Claim second = claim(in(60), message);
            assertThat(second.token()).isNotEqualTo(first.token());
            assertThat(second.attempts()).isZero();
            assertThat(second.expiresAt()).isEqualTo(first.expiresAt());
            assertThat(gate(first, in(60))).isEqualTo(new Gate.Lost());
            assertThat(gate(second, in(60))).isInstanceOf(Gate.Passed.class);
        }

        @Test
        @DisplayName("leaves the message as it was")
        void unchanged() {
            Message queued = send(line, number(), "Hi");
            Message scheduled = send(text(line, number()).sendAt(in(10)));
            var history = store().messages().history(ann, queued.id());
            claims(in(10), queued, scheduled).forEach(claim -> store().outbox().defer(claim, in(60)));
            assertThat(reload(ann, queued)).isEqualTo(queued);
            assertThat(reload(ann, scheduled)).isEqualTo(scheduled);
            assertThat(store().messages().history(ann, queued.id())).isEqualTo(history);
            assertThat(store().outbox().cancel(ann, queued.id(), now)).isPresent();
        }

        @Test
        @DisplayName("is not put off by who lost it, nor once it passed the gate")
        void late() {
            Message message = send(line, number(), "Hi");
            Claim stale = claim(message);
            store().outbox().release(List.of(stale));
            store().outbox().defer(stale, in(3600));
            Claim current = claim(message);
            store().outbox().defer(stale, in(3600));
            pass(current);
            store().outbox().defer(current, now);
            assertThat(claims(in(3600), message)).isEmpty();
            assertThat(reload(ann, message).status()).isEqualTo(MessageStatus.SENDING);
        }
    }
}
