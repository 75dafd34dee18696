package io.smsmessenger.sending;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Pace;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.UserId;
import io.smsmessenger.model.Verdict.Refusal;
import io.smsmessenger.store.SmsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a user may not do though it could be done: too much of it, or what the host's own rules forbid. */
final class Limits {
    private final SmsStore store;
    private final Optional<Pace> userLimit;
    private final List<SendRule> rules;

    Limits(SendingParts parts) {
        this.store = parts.store();
        this.userLimit = parts.settings().userLimit();
        this.rules = parts.rules();
    }

    /** Every rule is asked; what one throws is the host's error, and the caller's to see. */
    List<Refusal> refusals(UserId owner, Draft draft, boolean bulk, Purpose purpose, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        if (purpose.isOneMore()) {
            userLimit
                    .map(limit -> bulk ? forBulk(limit) : limit)
                    .filter(limit -> isReached(limit, owner, now))
                    .ifPresent(limit -> refusals.add(reached(limit)));
        }
        for (SendRule rule : rules) {
            rule.refuses(owner, draft).ifPresent(refusals::add);
        }
        return refusals;
    }

    /** A quarter stays for the user's own replies; where there is no quarter, nothing is left over. */
    private static Pace forBulk(Pace limit) {
        return new Pace(limit.messages() - limit.messages() / 4, limit.per());
    }

    private boolean isReached(Pace limit, UserId owner, Instant now) {
        Instant since = Micros.of(now.minus(limit.per()));
        return store.outbox().handedOver(owner, since, limit.messages()) >= limit.messages();
    }

    private static Refusal reached(Pace limit) {
        // The store counts and does not say when the oldest was handed over, so the latest moment is all that is known.
        return new Refusal(
                Problem.LIMIT_REACHED,
                "You have sent " + limit.messages() + " in the last " + limit.per()
                        + ", and more is not allowed: wait that long at most.");
    }
}
