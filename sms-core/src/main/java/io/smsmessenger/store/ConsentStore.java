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
 *
 * <p>What peers ask can arrive late and out of order, so the row remembers when it was last asked: a wish of before then
 * changes nothing, unless it is a person's.
 */
public interface ConsentStore {
    /** The widest standing opt-out of this peer in any of the scopes. Advice only: the gate asks again, under locks. */
    Optional<OptOut> find(Collection<ConsentScope> scopes, Address peer);

    /**
     * Opts a peer out. The first source and time stay; a repetition is remembered as the latest wish all the same.
     *
     * @param at when it was asked; by keyword or provider it does nothing when an opt-in is of later
     * @return whether they were not before
     */
    boolean optOut(ConsentScope scope, Address peer, OptOut.Source source, Instant at);

    /**
     * Opts a peer in again. A keyword or the provider undoes only what a keyword or the provider closed.
     *
     * @param at when it was asked; by keyword or provider it does nothing when the standing opt-out, or a repetition of
     *     it, is of later
     * @return whether they were opted out before and are not any more
     */
    boolean optIn(ConsentScope scope, Address peer, OptOut.Source source, Instant at);
}
