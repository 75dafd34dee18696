package io.smsmessenger.sending;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Change;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.SegmentCount;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.model.Verdict;
import io.smsmessenger.store.Edit;
import io.smsmessenger.store.SmsStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Changes texts that have not left: what they become is judged as a draft is. */
final class Edits {
    private static final Set<MessageStatus> CHANGEABLE = Set.of(MessageStatus.SCHEDULED, MessageStatus.QUEUED);

    private final SmsStore store;
    private final Judge judge;
    private final Clock clock;
    private final Consumer<SmsEvent> events;
    private final Runnable nudge;

    Edits(SendingParts parts, Judge judge, Runnable nudge) {
        this.store = parts.store();
        this.judge = judge;
        this.clock = parts.clock();
        this.events = parts.events();
        this.nudge = nudge;
    }

    Optional<Message> edit(UserId owner, Message message, Change change) {
        if (!CHANGEABLE.contains(message.status())) {
            return Optional.empty();
        }
        Draft draft = Storable.of(draft(message, change));
        Purpose purpose = change.departure() == null ? Purpose.REWRITE : Purpose.RESCHEDULE;
        Verdict verdict = judge.judge(owner, draft, false, purpose);
        if (!verdict.allowed()) {
            Verdict.Refusal refusal = verdict.refusals().get(0);
            throw new SmsException(refusal.problem(), refusal.detail());
        }
        Instant now = Micros.now(clock);
        Optional<Message> edited = store.outbox().edit(owner, message.id(), written(change, draft, verdict), now);
        edited.ifPresent(each -> store.afterCommit(() -> {
            nudge.run();
            events.accept(new SmsEvent.MessageEdited(owner, now, each));
        }));
        return edited;
    }

    private static Edit written(Change change, Draft draft, Verdict verdict) {
        SegmentCount segments = verdict.segments();
        Billing estimate = new Billing(segments.encoding(), segments.parts(), null);
        return change.departure() == null
                ? new Edit(draft.content(), estimate, null, null, null)
                : new Edit(
                        draft.content(),
                        estimate,
                        Schedule.sendAt(draft, verdict),
                        draft.zone(),
                        Micros.of(verdict.expiresAt()));
    }

    /** What the message would be if it were written now. Its number is said, so that none other is chosen. */
    private static Draft draft(Message message, Change change) {
        Content content = change.content() == null ? message.content() : change.content();
        Change.Departure departure = change.departure() == null ? Change.Departure.now() : change.departure();
        return new Draft(
                message.peer(),
                content,
                message.number(),
                String.valueOf(message.clientKey()),
                departure.at(),
                departure.zone(),
                departure.timeToLive(),
                departure.validUntil(),
                Guarantee.AT_MOST_ONCE);
    }
}
