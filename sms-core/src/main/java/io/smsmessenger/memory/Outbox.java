package io.smsmessenger.memory;

import io.smsmessenger.memory.Departure.State;
import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent.Source;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.Edit;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.OutboxStore;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Trace;
import io.smsmessenger.store.Unresolved;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class Outbox implements OutboxStore {
    private final Tables tables;
    private final Intake intake;
    private final Attempts attempts;
    private final Reconciling reconciling;

    Outbox(Tables tables, Consents consents) {
        this.tables = tables;
        this.intake = new Intake(tables);
        this.attempts = new Attempts(tables, consents);
        this.reconciling = new Reconciling(tables, attempts);
    }

    @Override
    public Enqueued enqueue(NewOutbound order) {
        return tables.atomically(() -> intake.enqueue(order));
    }

    @Override
    public Optional<Enqueued> repeated(UserId owner, String clientKey, String fingerprint) {
        return tables.atomically(() -> intake.repeated(owner, clientKey, fingerprint));
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return tables.atomically(() -> new Claiming(tables, request).run());
    }

    @Override
    public Gate gate(Claim claim, Collection<ConsentScope> scopes, Instant now) {
        return tables.atomically(() -> attempts.gate(claim, scopes, now));
    }

    @Override
    public Optional<StatusChange> settle(Claim claim, Settlement settlement, Instant now) {
        return tables.atomically(() -> attempts.settle(claim, settlement, now));
    }

    @Override
    public void show(Claim claim) {
        tables.atomically(() -> {
            Departure departure = tables.departures.get(claim.id());
            if (departure != null) {
                MessageRow message = departure.message();
                message.conversation().show(message, departure.activityAt());
            }
            return claim;
        });
    }

    @Override
    public void release(Collection<Claim> claims) {
        tables.atomically(() -> {
            claims.forEach(claim -> giveBack(claim, null));
            return claims;
        });
    }

    @Override
    public void defer(Claim claim, Instant until) {
        tables.atomically(() -> {
            giveBack(claim, until);
            return claim;
        });
    }

    private void giveBack(Claim claim, @Nullable Instant notBefore) {
        Departure departure = attempts.find(claim, State.CLAIMED);
        if (departure != null) {
            tables.queue.giveBack(departure, notBefore);
        }
    }

    @Override
    public Recovered recover(Instant now, Instant sendingSince) {
        return tables.atomically(() -> attempts.recover(now, sendingSince));
    }

    @Override
    public Optional<StatusChange> cancel(UserId owner, MessageId id, Instant now) {
        return tables.atomically(() -> Optional.ofNullable(tables.departures.get(id))
                .filter(departure -> departure.order().owner().equals(owner))
                .filter(departure -> departure.state() == State.READY || departure.state() == State.CLAIMED)
                .filter(departure -> departure.message().status() != MessageStatus.UNKNOWN)
                .map(departure -> attempts.finish(departure, MessageStatus.CANCELLED, Source.PERSON, null, now)));
    }

    @Override
    public Optional<Instant> nextDue() {
        return tables.atomically(tables.queue::nextDue);
    }

    @Override
    public List<Trace> trace(Set<AccountId> accounts, int limit, Instant now, Duration pause) {
        return tables.atomically(() -> reconciling.trace(accounts, limit, now, pause));
    }

    @Override
    public Optional<StatusChange> conclude(Trace trace, Conclusion conclusion, Instant now) {
        return tables.atomically(() -> reconciling.conclude(trace, conclusion, now));
    }

    @Override
    public Page<Unresolved> unresolved(PageRequest page) {
        return tables.atomically(() -> reconciling.unresolved(page));
    }

    @Override
    public Optional<UserId> ownerOf(MessageId id) {
        return tables.atomically(
                () -> Optional.ofNullable(tables.messages.get(id)).map(MessageRow::owner));
    }

    @Override
    public Optional<StatusChange> sendAgain(UserId owner, MessageId id, Instant expiresAt, Instant now) {
        return tables.atomically(() -> reconciling.sendAgain(owner, id, expiresAt, now));
    }

    @Override
    public Optional<StatusChange> giveUp(UserId owner, MessageId id, Instant now) {
        return tables.atomically(() -> reconciling.giveUp(owner, id, now));
    }

    @Override
    public Optional<Message> edit(UserId owner, MessageId id, Edit edit, Instant now) {
        return tables.atomically(() -> intake.edit(owner, id, edit, now));
    }

    @Override
    public int handedOver(UserId owner, Instant since, int atMost) {
        return tables.atomically(() -> intake.handedOver(owner, since, atMost));
    }
}
