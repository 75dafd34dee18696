package io.smsmessenger.store;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a worker is ready to take.
 *
 * @param accounts the provider accounts that it can send through
 * @param limit most messages
 * @param bulkLimit most of them that may be bulk: the rest of its hands stay free for one-to-one texts
 * @param now what counts as due
 * @param lease how long it holds them without passing the gate
 * @param paces how fast each lane of a kind may go, over all nodes; a kind that is missing has no pace
 */
public record ClaimRequest(
        Set<AccountId> accounts, int limit, int bulkLimit, Instant now, Duration lease, Map<Lane.Kind, Pace> paces) {
    public ClaimRequest {
        accounts = Set.copyOf(accounts);
        paces = Map.copyOf(paces);
        if (limit < 0 || bulkLimit < 0) {
            throw new IllegalArgumentException("limits are not below 0");
        }
    }
}
