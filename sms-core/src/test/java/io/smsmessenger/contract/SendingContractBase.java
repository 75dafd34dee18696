package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What contracts do that send: they share the queue with others, and give back what is not theirs. */
public abstract class SendingContractBase extends StoreContractBase {
    protected static final Failure TIMED_OUT = new Failure(FailureReason.CARRIER, null, "no answer");
    protected static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 50;

    /** The claim of this message, which is due now. */
    protected Claim claim(Message message) {
        return claim(now, message);
    }

    protected Claim claim(Instant at, Message message) {
        List<Claim> claims = claims(at, message);
        assertThat(claims).as("claims of %s", message).hasSize(1);
        return claims.get(0);
    }

    /** The claims of those of these messages that are due, in the order in which they were given out. */
    protected List<Claim> claims(Instant at, Message... messages) {
        Set<MessageId> wanted = new HashSet<>();
        Arrays.stream(messages).map(Message::id).forEach(wanted::add);
        List<Claim> ours = new ArrayList<>();
        List<Claim> others = new ArrayList<>();
        List<Claim> batch;
        do {
            batch = store().outbox().claim(request(BATCH, at, LEASE));
            batch.forEach(claim -> (wanted.remove(claim.id()) ? ours : others).add(claim));
        } while (!batch.isEmpty() && !wanted.isEmpty());
        store().outbox().release(others);
        return ours;
    }

    /** Passes the gate of the message's own profile. */
    protected StatusChange pass(Claim claim) {
        Gate gate = gate(claim);
        assertThat(gate).isInstanceOf(Gate.Passed.class);
        return ((Gate.Passed) gate).change();
    }

    protected Gate gate(Claim claim) {
        return gate(claim, now);
    }

    protected Gate gate(Claim claim, Instant at) {
        return store().outbox().gate(claim, scopes(claim), at);
    }

    protected static StatusChange refused(Gate gate) {
        assertThat(gate).isInstanceOf(Gate.Refused.class);
        return ((Gate.Refused) gate).change();
    }

    /** All the scopes that a message can be stopped by. */
    protected static List<ConsentScope> scopes(Claim claim) {
        return List.of(
                ConsentScope.everything(),
                ConsentScope.of(claim.owner()),
                ConsentScope.of(claim.profileId()),
                ConsentScope.of(claim.numberId()));
    }

    /** Claimed and through the gate: the carrier may have it. */
    protected Claim sending(Message message) {
        Claim claim = claim(message);
        pass(claim);
        return claim;
    }

    /** Sent, and nobody knows what became of it. */
    protected Claim unknown(Message message) {
        Claim claim = sending(message);
        assertThat(settle(claim, new Settlement.Unknown(TIMED_OUT))).isPresent();
        return claim;
    }

    /** Looks for unknown messages of this test's own account. */
    protected List<Trace> traces(Instant at, int limit) {
        return store().outbox().trace(Set.of(account()), limit, at, PAUSE);
    }

    /** The carrier has taken it, under the id that comes back. */
    protected ProviderMessageId accepted(Message message) {
        Claim claim = sending(message);
        ProviderMessageId id = providerId();
        assertThat(settle(claim, new Settlement.Accepted(id, Billing.none()))).isPresent();
        return id;
    }

    protected Optional<StatusChange> settle(Claim claim, Settlement settlement) {
        return store().outbox().settle(claim, settlement, now);
    }

    protected static Failure failureOf(Message message) {
        return Objects.requireNonNull(message.failure(), "no failure");
    }
}
