package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.Edit;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.Keyset;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.OutboxStore;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Trace;
import io.smsmessenger.store.Unresolved;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Messages on their way out. */
final class JpaOutbox implements OutboxStore {
    private static final String HANDED_OVER = "select count(*) from (select m.id from sms_message m where m.owner = ?"
            + " and m.direction = 'OUTBOUND' and m.created_at >= ? limit ?) lately";

    private final Transactions transactions;

    JpaOutbox(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Enqueued enqueue(NewOutbound message) {
        return transactions.join(tx -> Enqueuing.enqueue(tx, message));
    }

    @Override
    public Optional<Enqueued> repeated(UserId owner, String clientKey, String fingerprint) {
        return transactions.join(tx -> Enqueuing.repeated(tx, owner, clientKey, fingerprint));
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return Claiming.claim(transactions, request);
    }

    @Override
    public Gate gate(Claim claim, Collection<ConsentScope> scopes, Instant now) {
        return transactions.own(tx -> Gating.gate(tx, claim, scopes, now));
    }

    @Override
    public Optional<StatusChange> settle(Claim claim, Settlement settlement, Instant now) {
        return transactions.own(tx -> Settling.settle(tx, claim, settlement, now));
    }

    @Override
    public void show(Claim claim) {
        transactions.own(tx -> {
            Showing.show(tx, claim);
            return claim;
        });
    }

    @Override
    public void release(Collection<Claim> claims) {
        transactions.own(tx -> {
            Claiming.release(tx, claims);
            return claims.size();
        });
    }

    @Override
    public Recovered recover(Instant now, Instant sendingSince) {
        return Recovering.recover(transactions, now, sendingSince);
    }

    @Override
    public Optional<StatusChange> cancel(UserId owner, MessageId id, Instant now) {
        return byHand(owner, id, tx -> ByHand.cancel(tx, owner, id, now));
    }

    @Override
    public Optional<Instant> nextDue() {
        // Queue by queue, so that each answer is the first entry of a stretch of the index.
        return transactions.own(tx -> Arrays.stream(NewOutbound.Priority.values())
                .flatMap(queue -> tx
                        .readOne(
                                "select min(o.dueAt) from SmsOutbox o where o.state = 'READY' and o.priority = ?1",
                                Enqueuing.queue(queue))
                        .map(Row::instantOrNull)
                        .stream())
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo));
    }

    @Override
    public void defer(Claim claim, Instant until) {
        transactions.own(tx -> Claiming.defer(tx, claim, until));
    }

    @Override
    public List<Trace> trace(Set<AccountId> accounts, int limit, Instant now, Duration pause) {
        return transactions.own(tx -> Reconciling.trace(tx, accounts, limit, now, pause));
    }

    @Override
    public Optional<StatusChange> conclude(Trace trace, Conclusion conclusion, Instant now) {
        return transactions.own(tx -> Reconciling.conclude(tx, trace, conclusion, now));
    }

    @Override
    public Page<Unresolved> unresolved(PageRequest page) {
        Keyset place = Pages.place(page);
        return transactions.own(tx -> Unresolving.page(tx, page, place));
    }

    @Override
    public Optional<UserId> ownerOf(MessageId id) {
        return transactions.own(tx -> tx.readOne("select m.owner from SmsMessage m where m.id = ?1", id.value())
                .map(row -> new UserId(row.text())));
    }

    @Override
    public Optional<StatusChange> sendAgain(UserId owner, MessageId id, Instant expiresAt, Instant now) {
        return byHand(owner, id, tx -> ByHand.sendAgain(tx, owner, id, expiresAt, now));
    }

    @Override
    public Optional<StatusChange> giveUp(UserId owner, MessageId id, Instant now) {
        return byHand(owner, id, tx -> ByHand.giveUp(tx, owner, id, now));
    }

    @Override
    public Optional<Message> edit(UserId owner, MessageId id, Edit edit, Instant now) {
        return byHand(owner, id, tx -> Editing.edit(tx, owner, id, edit, now));
    }

    @Override
    public int handedOver(UserId owner, Instant since, int atMost) {
        return transactions.join(tx -> tx.selectOne(HANDED_OVER, owner.value(), Times.micros(since), atMost)
                .map(Row::integer)
                .orElse(0));
    }

    /** Asks first, and without a host apart from the rest: what is read under the lock is as it stands under it. */
    private <T> Optional<T> byHand(UserId owner, MessageId id, Function<Tx, Optional<T>> intent) {
        return transactions.join(tx -> ByHand.belongs(tx, owner, id)) ? transactions.join(intent) : Optional.empty();
    }
}
