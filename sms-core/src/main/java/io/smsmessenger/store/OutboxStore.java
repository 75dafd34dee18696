package io.smsmessenger.store;

import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Messages on their way out. The state machine:
 *
 * <pre>
 * READY ─► CLAIMED(token, lease) ─► SENDING(token) ─► accepted | rejected | UNKNOWN
 * </pre>
 *
 * A stale CLAIMED goes back to READY; SENDING never does, except by {@link Settlement.NotSent}.
 */
public interface OutboxStore {
    /**
     * Keeps a message to be sent, and its conversation if it is the first: that one shows it from the start. Joins the caller's transaction, inserts
     * only and updates no row that others use; a repeated key changes nothing and does not spoil the transaction.
     *
     * @throws io.smsmessenger.model.SmsException {@link io.smsmessenger.model.Problem#NUMBER_NOT_AVAILABLE} when the
     *     number is not the owner's and the key is new
     */
    Enqueued enqueue(NewOutbound message);

    /**
     * What {@link #enqueue} would answer for a key that was used before, whatever became of number, profile and consent
     * since. Joins the caller's transaction.
     *
     * @return repeated or conflicting; empty when the key is new to this owner
     */
    Optional<Enqueued> repeated(UserId owner, String clientKey, String fingerprint);

    /**
     * Takes up to {@code limit} messages that are due at {@code now}, one-to-one texts before bulk, then the longest
     * due, for one lease. No message is in two claims at once unless a lease ran out. Touches no conversation, so that
     * nobody who holds one keeps the queue waiting; {@link #show} does that.
     */
    List<Claim> claim(int limit, Instant now, Duration lease);

    /**
     * The last check before the carrier is called, committed before it returns. With the consent rows of all the
     * scopes locked, in their natural order, the message passes if it is still in this claim, its number still the
     * user's and on the profile, the profile enabled, its time not up at {@code now}, and its recipient in none of the
     * scopes opted out. Of several reasons to refuse, the opt-out is told before the number and the number before the
     * time.
     */
    Gate gate(Claim claim, Collection<ConsentScope> scopes, Instant now);

    /**
     * Records how an attempt ended, from SENDING or UNKNOWN of the same claim. A receipt that was faster is not undone;
     * its message still learns the provider's id.
     *
     * @return what changed, empty when nothing did
     */
    Optional<StatusChange> settle(Claim claim, Settlement settlement, Instant now);

    /**
     * Brings the conversation's preview and last activity up to date with this message, unless something later is shown
     * already: a text counts from when it was handed over, or from when it was to leave. Commits by itself, and waits
     * for nobody but that conversation.
     */
    void show(Claim claim);

    /** Gives back claims that did not pass the gate. */
    void release(Collection<Claim> claims);

    /**
     * Makes claims whose lease ran out ready again, and attempts that have been sending since before {@code sendingSince}
     * unknown.
     */
    Recovered recover(Instant now, Instant sendingSince);

    /**
     * Calls a message back that has not passed the gate. Joins the caller's transaction, so that a text of the same
     * transaction can be called back, and a rollback takes back the cancelling, too.
     *
     * @return what changed; empty when it is not the owner's or it is too late
     */
    Optional<StatusChange> cancel(UserId owner, MessageId id, Instant now);

    /** When the next message is due that nobody has claimed, empty when there is none. */
    Optional<Instant> nextDue();

    /**
     * What {@link #recover} found.
     *
     * @param ready claims that are ready again
     * @param unknown attempts that became unknown
     */
    record Recovered(int ready, List<StatusChange> unknown) {
        public Recovered {
            unknown = List.copyOf(unknown);
        }
    }
}
