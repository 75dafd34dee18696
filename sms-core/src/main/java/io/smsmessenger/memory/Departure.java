package io.smsmessenger.memory;

import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.MessageEvent.Source;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.store.Keyset;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Trace;
import io.smsmessenger.store.Unresolved;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a message stands in the queue, apart from what the user sees of it. Touched under the lock only. */
final class Departure {
    enum State {
        READY,
        CLAIMED,
        SENDING,
        UNKNOWN,
        DONE
    }

    private final MessageRow message;
    private final NewOutbound order;
    private State state = State.READY;
    private Instant due;
    private String token = "";
    private Instant leaseUntil = Instant.MIN;
    private Instant gatedAt = Instant.MIN;
    private final Search search = new Search();
    private int attempts;
    private Instant expiresAt;
    private @Nullable CampaignId campaign;

    Departure(MessageRow message, NewOutbound order) {
        this.message = message;
        this.order = order;
        this.due = activityAt();
        this.expiresAt = order.expiresAt();
        this.campaign = order.campaign();
    }

    NewOutbound order() {
        return order;
    }

    MessageRow message() {
        return message;
    }

    State state() {
        return state;
    }

    Instant due() {
        return due;
    }

    String token() {
        return token;
    }

    int attempts() {
        return attempts;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** Whose state holds it up; none any more once a person wanted it sent. */
    @Nullable
    CampaignId campaign() {
        return campaign;
    }

    boolean expired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    Search search() {
        return search;
    }

    /** Whether this was the last look for this attempt, and nothing has come of it yet. */
    boolean isLookedForBy(Trace trace) {
        return state == State.UNKNOWN && search.looks() == trace.looks() && gatedAt.equals(trace.gatedAt());
    }

    Keyset gatedPlace() {
        return new Keyset(gatedAt, message.id().value());
    }

    /** When the conversation shows it: when it was handed over, or was to leave. */
    Instant activityAt() {
        Instant sendAt = message.sendAt();
        return sendAt != null && sendAt.isAfter(order.at()) ? sendAt : order.at();
    }

    boolean isIn(State wanted, String claim) {
        return state == wanted && token.equals(claim);
    }

    /** Whether no attempt was ever made, not even one that is known to have failed. */
    boolean neverGated() {
        boolean queued = state == State.READY || state == State.CLAIMED;
        return queued && message.status().rank() <= MessageStatus.QUEUED.rank();
    }

    boolean leaseRanOut(Instant now) {
        return state == State.CLAIMED && !leaseUntil.isAfter(now);
    }

    boolean sendingSinceBefore(Instant instant) {
        return state == State.SENDING && gatedAt.isBefore(instant);
    }

    void claimed(Instant now, Duration lease) {
        state = State.CLAIMED;
        token = UUID.randomUUID().toString();
        leaseUntil = now.plus(lease);
    }

    void passedTheGate(Instant now) {
        state = State.SENDING;
        gatedAt = now;
        attempts++;
    }

    void becameUnknown(Instant now) {
        state = State.UNKNOWN;
        search.begin(now);
    }

    void readyAgain(@Nullable Instant notBefore) {
        state = State.READY;
        token = "";
        due = notBefore == null ? due : notBefore;
    }

    /** A person wants it sent again: it starts afresh, and whatever has become of its campaign. */
    void renew(Instant until) {
        attempts = 0;
        campaign = null;
        lastsUntil(until);
    }

    void lastsUntil(Instant until) {
        expiresAt = until;
    }

    void done() {
        state = State.DONE;
        token = "";
    }

    Trace trace() {
        return new Trace(
                message.id(),
                order.owner(),
                message.accountId(),
                message.conversation().number(),
                order.peer(),
                order.reference(),
                message.providerId(),
                gatedAt,
                order.guarantee(),
                expiresAt,
                search.looks(),
                attempts,
                search.silences());
    }

    Unresolved unresolved() {
        return new Unresolved(
                order.owner(),
                message.snapshot(),
                gatedAt,
                attempts,
                order.guarantee(),
                search.silences(),
                search.nextLook());
    }

    StatusChange doubt(@Nullable Failure known, Instant now) {
        MessageStatus previous = message.status();
        message.doubt(known, now);
        return new StatusChange(message.owner(), message.snapshot(), previous);
    }

    /** Writes down what was said of the message. */
    StatusChange say(MessageStatus status, Source source, @Nullable Failure failure, Instant now) {
        MessageStatus previous = message.status();
        message.say(status, source, now, now, failure);
        return new StatusChange(message.owner(), message.snapshot(), previous);
    }
}
