package io.smsmessenger.store;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Messages on their way out. The state machine:
 *
 * <pre>
 * READY ─► CLAIMED(token, lease) ─► SENDING(token) ─► accepted | rejected | UNKNOWN
 * </pre>
 *
 * A stale CLAIMED goes back to READY; SENDING never does, except by {@link Settlement.NotSent}; UNKNOWN does only by a
 * person's wish ({@link #sendAgain}) or the caller's beforehand ({@link Conclusion.SendAgain}).
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
     * Takes messages that are due, one-to-one texts before bulk, then the longest due, for one lease. Left alone are
     * those of accounts that were not asked for, of lanes that are closed, and of campaigns that do not run; from a lane
     * with a pace, or one that is being tried, it takes no more than that allows over all nodes, in the long run and
     * within a burst of what fits into a tenth of a second, at least one; what is given back has used up its place. No
     * message is in two claims at once unless a lease ran out. Touches no conversation, so that nobody who holds one
     * keeps the queue waiting; {@link #show} does that.
     */
    List<Claim> claim(ClaimRequest request);

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

    /** Gives back claims that did not pass the gate; they are due as before. */
    void release(Collection<Claim> claims);

    /** Gives back a claim that did not pass the gate, and is not due before {@code until}. Its expiry stays. */
    void defer(Claim claim, Instant until);

    /**
     * Makes claims whose lease ran out ready again, attempts that have been sending since before {@code sendingSince}
     * unknown, and ends what is ready and whose time is up at {@code now}.
     */
    Recovered recover(Instant now, Instant sendingSince);

    /**
     * Takes up to {@code limit} unknown messages of these accounts that are due to be looked for, and puts off the next
     * look by {@code pause}, so that no two nodes look for the same. A message is due for its first look the moment it
     * becomes unknown.
     */
    List<Trace> trace(Set<AccountId> accounts, int limit, Instant now, Duration pause);

    /**
     * Writes down what a look came to. A message that is not unknown any more, or was taken for another look, stays as
     * it is.
     *
     * @return what changed, the same status included when only the evidence did; empty when nothing did
     */
    Optional<StatusChange> conclude(Trace trace, Conclusion conclusion, Instant now);

    /** What nobody knows: the longest unknown first. For the operator. */
    Page<Unresolved> unresolved(PageRequest page);

    /** Whose message it is, for the operator, who has no user at hand. */
    Optional<UserId> ownerOf(MessageId id);

    /**
     * Makes an unknown message ready for another attempt because a person wants it, knowing that a second copy is
     * possible. It starts afresh: no attempt counts, and the claim of the earlier one settles nothing any more. Joins the
     * caller's transaction.
     *
     * @param expiresAt when it may no longer leave
     * @return what changed; empty when it is not the owner's, or not unknown
     */
    Optional<StatusChange> sendAgain(UserId owner, MessageId id, Instant expiresAt, Instant now);

    /**
     * Ends an unknown message as failed because a person gives it up, also while it waits to be sent again. Evidence that
     * comes later still counts. Joins the caller's transaction.
     *
     * @return what changed; empty when it is not the owner's, or not unknown
     */
    Optional<StatusChange> giveUp(UserId owner, MessageId id, Instant now);

    /**
     * Changes a text that has never passed the gate, claimed or not: whoever holds the old one finds its claim gone. A
     * conversation that shows it shows the new words. Its key and fingerprint stay, so that the first draft handed over
     * again is still a repetition. Joins the caller's transaction.
     *
     * @return the message as it stands now; empty when it is not the owner's or it is too late
     */
    Optional<Message> edit(UserId owner, MessageId id, Edit edit, Instant now);

    /** How many messages the owner has handed over since then; counting stops at {@code atMost}. */
    int handedOver(UserId owner, Instant since, int atMost);

    /**
     * Calls a message back that has not passed the gate, or is known not to have been sent when it did: one that is
     * unknown is given up instead, for a copy may be out. Joins the caller's transaction, so that a text of the same
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
     * @param expired messages whose time was up
     */
    record Recovered(int ready, List<StatusChange> unknown, List<StatusChange> expired) {
        public Recovered {
            unknown = List.copyOf(unknown);
            expired = List.copyOf(expired);
        }
    }
}
