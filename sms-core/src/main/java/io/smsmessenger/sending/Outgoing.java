package io.smsmessenger.sending;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.Content;
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
import java.time.Instant;
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

    public Outgoing(SendingParts parts, Runnable nudge) {
        this.store = parts.store();
        this.judge = new Judge(parts);
        this.references = new References(parts.random());
        this.clock = parts.clock();
        this.events = parts.events();
        this.nudge = nudge;
    }

    /** What {@link #send} would do. */
    public Verdict check(UserId owner, Draft draft) {
        return judge.judge(owner, storable(draft));
    }

    /**
     * Keeps a draft to be sent, in the caller's transaction if there is one.
     *
     * @throws SmsException the first reason of the verdict, or {@link Problem#CLIENT_KEY_REUSED}; nothing was kept
     */
    public Message send(UserId owner, Draft original) {
        return send(owner, original, null);
    }

    /** The same for a part of a campaign: it waits behind all one-to-one texts. */
    Message send(UserId owner, Draft original, @Nullable CampaignId campaign) {
        Draft draft = storable(original);
        requireUsableKey(draft.clientKey());
        Verdict verdict = judge.judge(owner, draft);
        Enqueued enqueued = verdict.allowed()
                ? store.outbox().enqueue(outbound(owner, draft, verdict, campaign))
                : earlier(owner, draft, verdict.refusals().get(0));
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
    private Enqueued earlier(UserId owner, Draft draft, Verdict.Refusal refusal) {
        return store.outbox()
                .repeated(owner, draft.clientKey(), Fingerprint.of(draft))
                .orElseThrow(() -> new SmsException(refusal.problem(), refusal.detail()));
    }

    /** Calls a message back; empty when it is not the owner's, or it has passed the gate or ended. */
    public Optional<Message> cancel(UserId owner, MessageId id) {
        Optional<StatusChange> change = store.outbox().cancel(owner, id, Micros.now(clock));
        change.ifPresent(each -> store.afterCommit(() -> events.accept(Changes.event(each, clock.instant()))));
        return change.map(StatusChange::message);
    }

    private NewOutbound outbound(UserId owner, Draft draft, Verdict verdict, @Nullable CampaignId campaign) {
        NumberAssignment sender = present(verdict.sender());
        ProfileId profile = present(sender.profileId());
        Instant now = Micros.now(clock);
        Instant leaves = draft.sendAt() == null ? now : draft.sendAt();
        return new NewOutbound(
                owner,
                sender.id(),
                profile,
                draft.to(),
                draft.content(),
                draft.clientKey(),
                Fingerprint.of(draft),
                references.next(),
                campaign == null ? NewOutbound.Priority.ONE_TO_ONE : NewOutbound.Priority.BULK,
                campaign,
                draft.guarantee(),
                now,
                draft.sendAt(),
                draft.zone(),
                expiry(leaves.plus(draft.timeToLive()), draft.validUntil()),
                new Billing(verdict.segments().encoding(), verdict.segments().parts(), null));
    }

    private static Instant expiry(Instant alive, @Nullable Instant validUntil) {
        return validUntil == null || validUntil.isAfter(alive) ? alive : validUntil;
    }

    /** The draft without what no database can hold: NUL and halves of characters. */
    private static Draft storable(Draft draft) {
        Content content = draft.content();
        return new Draft(
                draft.to(),
                new Content(Texts.clean(content.text()), content.media()),
                draft.from(),
                draft.clientKey(),
                draft.sendAt() == null ? null : Micros.of(draft.sendAt()),
                draft.zone(),
                draft.timeToLive(),
                draft.validUntil() == null ? null : Micros.of(draft.validUntil()),
                draft.guarantee());
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
