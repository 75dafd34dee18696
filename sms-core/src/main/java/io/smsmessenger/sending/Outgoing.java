package io.smsmessenger.sending;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.Change;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.model.Verdict;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.text.Texts;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes drafts in: judges them, keeps those that may go, and wakes the dispatcher once they are committed. */
public final class Outgoing {
    private final SmsStore store;
    private final Judge judge;
    private final References references;
    private final Clock clock;
    private final Consumer<SmsEvent> events;
    private final Runnable nudge;
    private final Edits edits;
    private final Retries retries;

    public Outgoing(SendingParts parts, Runnable nudge) {
        this.store = parts.store();
        this.judge = new Judge(parts);
        this.references = new References(parts.random());
        this.clock = parts.clock();
        this.events = parts.events();
        this.nudge = nudge;
        this.edits = new Edits(parts, judge, nudge);
        this.retries = new Retries(parts, this, nudge);
    }

    /** What {@link #send} would do. */
    public Verdict check(UserId owner, Draft draft) {
        return judge.judge(owner, Storable.of(draft), false, Purpose.LOOK);
    }

    /**
     * Keeps a draft to be sent, in the caller's transaction if there is one.
     *
     * @throws SmsException the first reason of the verdict, or {@link Problem#CLIENT_KEY_REUSED}; nothing was kept
     */
    public Message send(UserId owner, Draft draft) {
        return send(owner, draft, null);
    }

    /** Keeps a draft as {@link #send(UserId, Draft)} does; as a part of a campaign it is bulk. */
    Message send(UserId owner, Draft original, @Nullable CampaignId campaign) {
        Draft draft = Storable.of(original);
        return send(owner, draft, Fingerprint.of(draft), campaign);
    }

    Message send(UserId owner, Draft draft, String fingerprint, @Nullable CampaignId campaign) {
        requireUsableKey(draft.clientKey());
        Verdict verdict = judge.judge(owner, draft, campaign != null, Purpose.SEND);
        Enqueued enqueued = verdict.allowed()
                ? store.outbox().enqueue(outbound(owner, draft, fingerprint, campaign, verdict))
                : earlier(owner, draft, fingerprint, verdict.refusals().get(0));
        if (enqueued instanceof Enqueued.Stored stored) {
            Message message = stored.message();
            store.afterCommit(() -> {
                nudge.run();
                events.accept(new SmsEvent.MessageQueued(owner, message.occurredAt(), message));
            });
            return message;
        }
        if (enqueued instanceof Enqueued.Repeated repeated) {
            return repeated.message();
        }
        throw new SmsException(
                Problem.CLIENT_KEY_REUSED, "This key belongs to a message with other content; use a new key.");
    }

    /** A key that was used before answers as it did then, whatever has become of the recipient or the number since. */
    private Enqueued earlier(UserId owner, Draft draft, String fingerprint, Verdict.Refusal refusal) {
        return store.outbox()
                .repeated(owner, draft.clientKey(), fingerprint)
                .orElseThrow(() -> new SmsException(refusal.problem(), refusal.detail()));
    }

    /** Calls a message back; empty when it is not the owner's, or it has passed the gate or ended. */
    public Optional<Message> cancel(UserId owner, MessageId id) {
        Optional<StatusChange> change = store.outbox().cancel(owner, id, Micros.now(clock));
        change.ifPresent(each -> store.afterCommit(() -> events.accept(Changes.event(each, clock.instant()))));
        return change.map(StatusChange::message);
    }

    /**
     * Changes a message that has never passed the gate; empty when it is too late for that.
     *
     * @throws SmsException the first reason of the verdict on what it would become; nothing was changed
     */
    public Optional<Message> edit(UserId owner, Message message, Change change) {
        return edits.edit(owner, message, change);
    }

    /**
     * Sends a message once more because a person wants it.
     *
     * @throws SmsException {@link Problem#WRONG_STATE} when it has not failed, or as {@link #send}
     */
    public Message retry(UserId owner, Message message) {
        return retries.retry(owner, message);
    }

    /** Ends a message of unknown outcome; empty when it is not the owner's, or not unknown. */
    public Optional<Message> giveUp(UserId owner, MessageId id) {
        return retries.giveUp(owner, id);
    }

    private NewOutbound outbound(
            UserId owner, Draft draft, String fingerprint, @Nullable CampaignId campaign, Verdict verdict) {
        NumberAssignment sender = present(verdict.sender());
        ProfileId profile = present(sender.profileId());
        return new NewOutbound(
                owner,
                sender.id(),
                profile,
                draft.to(),
                draft.content(),
                draft.clientKey(),
                fingerprint,
                references.next(),
                campaign == null ? NewOutbound.Priority.ONE_TO_ONE : NewOutbound.Priority.BULK,
                campaign,
                draft.guarantee(),
                Micros.now(clock),
                Schedule.sendAt(draft, verdict),
                draft.zone(),
                Micros.of(verdict.expiresAt()),
                new Billing(verdict.segments().encoding(), verdict.segments().parts(), null));
    }

    private static void requireUsableKey(String key) {
        if (key.isBlank()
                || key.length() > Draft.MAX_CLIENT_KEY_LENGTH
                || !Texts.clean(key).equals(key)) {
            throw new SmsException(
                    Problem.INVALID_CLIENT_KEY,
                    "A key has 1 to " + Draft.MAX_CLIENT_KEY_LENGTH + " printable characters.");
        }
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("an allowed verdict names a sender on a profile");
        }
        return value;
    }
}
