package io.smsmessenger.sending;

import io.smsmessenger.store.Claim;
import io.smsmessenger.store.NewOutbound.Priority;
import java.time.Duration;
import java.time.Instant;

/**
 * A claim of this node that waits for a hand.
 *
 * @param claim what was claimed
 * @param since when
 */
record Held(Claim claim, Instant since) {
    boolean bulk() {
        return claim.priority() == Priority.BULK;
    }

    /** Whether so much of the lease is gone that another node could hold it before it is through. */
    boolean stale(Instant now, Duration lease) {
        return Duration.between(since, now).compareTo(lease.dividedBy(2)) > 0;
    }
}
