package io.smsmessenger.sending;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.SmsStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Takes claims out of the store for this node, and gives back what it does not use. */
final class Claiming {
    private final SmsStore store;
    private final SendingSettings settings;
    private final Set<AccountId> accounts;
    private final Clock clock;
    private final Traffic traffic;

    Claiming(SendingParts parts, Traffic traffic) {
        this.store = parts.store();
        this.settings = parts.settings();
        this.accounts = parts.providers().byAccount().keySet();
        this.clock = parts.clock();
        this.traffic = traffic;
    }

    List<Held> claim(int limit, int bulkLimit) {
        long asked = traffic.next();
        Instant now = Micros.now(clock);
        List<Claim> claims = store.outbox()
                .claim(new ClaimRequest(accounts, limit, bulkLimit, now, settings.lease(), settings.paces()));
        claims.forEach(claim -> traffic.givenOut(claim, asked));
        return claims.stream().map(claim -> new Held(claim, now)).toList();
    }

    /** Whether this should not be sent by its claim any more. */
    boolean unwanted(Held held) {
        return traffic.stops(held.claim()) || held.stale(clock.instant(), settings.lease());
    }

    /** Gives back; where that fails the lease does. */
    void putBack(Collection<Claim> claims) {
        if (!claims.isEmpty()) {
            Isolated.run("giving back claims", () -> store.outbox().release(claims));
        }
    }
}
