package io.smsmessenger.store;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.OptOut;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Who does not want to be texted. There is one row for each scope and peer that was ever asked about under a lock: it is
 * what the gate and a STOP meet on.
 */
public interface ConsentStore {
    /** The widest standing opt-out of this peer in any of the scopes. Advice only: the gate asks again, under locks. */
    Optional<OptOut> find(Collection<ConsentScope> scopes, Address peer);

    /**
     * Opts a peer out. The first source stays.
     *
     * @return whether they were not before
     */
    boolean optOut(ConsentScope scope, Address peer, OptOut.Source source, Instant at);

    /**
     * Opts a peer in again. A keyword undoes only what a keyword or the provider closed.
     *
     * @return whether they were opted out before and are not any more
     */
    boolean optIn(ConsentScope scope, Address peer, OptOut.Source source, Instant at);
}
