package io.smsmessenger.sending;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.store.Claim;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the outcomes of attempts mean for all that goes the same way. */
final class Traffic {
    private static final Logger LOG = LoggerFactory.getLogger(SmsDispatcher.class);

    private final Breaker rule;
    private final Clock clock;
    private final Backoff backoff;
    private final Ambiguity ambiguity;
    private final ClosedLanes closed;
    /** Orders attempts, closings and claims: no clock is fine enough to say which came first. */
    private final AtomicLong order = new AtomicLong();

    Traffic(SendingParts parts) {
        this.rule = parts.settings().breaker();
        this.clock = parts.clock();
        this.backoff = new Backoff(parts.random());
        this.ambiguity = new Ambiguity(rule, parts.settings().concurrency());
        this.closed = new ClosedLanes(parts.store(), order);
    }

    /** The next place in the order of all that happens here. */
    long next() {
        return order.incrementAndGet();
    }

    /** Whether this must not leave now, because one of its lanes was closed after it was claimed. */
    boolean stops(Claim claim) {
        return closed.stops(claim, clock.instant());
    }

    /** How many of an account may be in flight. */
    int allowed(AccountId account) {
        return ambiguity.allowed(account, clock.instant());
    }

    /** The store gave this out when it was asked at that place in the order. */
    void givenOut(Claim claim, long asked) {
        closed.givenOut(claim, asked);
    }

    /** Whether any lane is known to be closed. */
    boolean troubled() {
        return closed.any();
    }

    /** Learns what other nodes closed. */
    void look() {
        closed.look(Micros.now(clock));
    }

    /** Closes the lane that was refused; answers when the message may go again. */
    Instant notSent(Claim claim, SendOutcome.NotSent outcome, long begun, Instant now) {
        if (outcome.lane() == SendOutcome.Lane.MESSAGE) {
            Instant until = Micros.of(backoff.strike(claim.id(), begun, order.get(), outcome.retryAfter(), now));
            answered(claim, begun);
            return until;
        }
        Lane lane = lane(claim, outcome.lane());
        Instant until = Micros.of(backoff.strike(lane, begun, order.get(), outcome.retryAfter(), now));
        closed.pause(lane, until, outcome.failure().reason());
        return until;
    }

    /** The carrier took it or refused it. */
    void settled(Claim claim, long begun) {
        backoff.reset(claim.id(), begun);
        answered(claim, begun);
    }

    /** Nobody knows. */
    void unknown(Claim claim, long begun, Instant now) {
        // A trial was let through although the account is in doubt: its failing says nothing new.
        if (!claim.probe() && ambiguity.tooMany(claim.accountId(), begun, order.incrementAndGet(), now)) {
            LOG.warn("too many outcomes of account {} are unknown: it is only tried from now on", claim.accountId());
            closed.probe(Lane.of(claim.accountId()), rule.probeEvery(), FailureReason.OTHER, now);
        }
    }

    /** The way is free, whatever the carrier said of this one message. */
    private void answered(Claim claim, long begun) {
        claim.lanes().forEach(lane -> backoff.reset(lane, begun));
        if (claim.probe()) {
            LOG.info("account {} answers again", claim.accountId());
            Isolated.run("opening a lane", () -> closed.restore(Lane.of(claim.accountId())));
        }
    }

    private static Lane lane(Claim claim, SendOutcome.Lane lane) {
        return switch (lane) {
            case NUMBER -> Lane.of(claim.numberId());
            case PROFILE -> Lane.of(claim.profileId());
            case ACCOUNT, MESSAGE -> Lane.of(claim.accountId());
        };
    }
}
