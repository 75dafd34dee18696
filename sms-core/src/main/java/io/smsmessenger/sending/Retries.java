package io.smsmessenger.sending;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.store.StatusChange;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a person may do about messages that did not arrive, or of which nobody knows. */
final class Retries {
    private static final String KEY = "retry-of-";

    private final SmsStore store;
    private final Outgoing outgoing;
    private final Clock clock;
    private final Consumer<SmsEvent> events;
    private final Runnable nudge;

    Retries(SendingParts parts, Outgoing outgoing, Runnable nudge) {
        this.store = parts.store();
        this.outgoing = outgoing;
        this.clock = parts.clock();
        this.events = parts.events();
        this.nudge = nudge;
    }

    Message retry(UserId owner, Message message) {
        return switch (message.status()) {
            case FAILED, UNDELIVERED, EXPIRED, BLOCKED, CANCELLED -> sendAnew(owner, message);
            case UNKNOWN -> sendAgain(owner, message.id());
            case SCHEDULED, QUEUED, SENDING ->
                throw wrongState("It is still on its way: wait for its outcome, or call it back.");
            case ACCEPTED, SENT, UNCONFIRMED, DELIVERED ->
                throw wrongState("The carrier has it: write a new text if it shall be said twice.");
            case RECEIVED -> throw wrongState("It came in: only what you sent can be sent again.");
        };
    }

    /** A message of its own, with a key that the same wish makes again. */
    private Message sendAnew(UserId owner, Message failed) {
        // Other numbers may be the user's by the second click, so the number is no part of what makes it the same.
        Draft same = draft(failed, null);
        Draft draft = isStillTheirs(owner, failed) ? draft(failed, failed.number()) : same;
        return outgoing.send(owner, draft, Fingerprint.of(same), null);
    }

    private static Draft draft(Message failed, @Nullable PhoneNumber from) {
        return new Draft(
                failed.peer(),
                failed.content(),
                from,
                KEY + failed.id(),
                null,
                null,
                Draft.DEFAULT_TIME_TO_LIVE,
                null,
                Guarantee.AT_MOST_ONCE);
    }

    private boolean isStillTheirs(UserId owner, Message failed) {
        return store.numbers().ownedBy(owner).stream()
                .map(NumberAssignment::number)
                .anyMatch(failed.number()::equals);
    }

    private Message sendAgain(UserId owner, MessageId id) {
        Instant now = Micros.now(clock);
        StatusChange change = store.outbox()
                .sendAgain(owner, id, now.plus(Draft.DEFAULT_TIME_TO_LIVE), now)
                .orElseThrow(() -> wrongState("Its outcome has come to be known in the meantime: look again."));
        store.afterCommit(() -> {
            nudge.run();
            events.accept(Changes.event(change, now));
        });
        return change.message();
    }

    Optional<Message> giveUp(UserId owner, MessageId id) {
        Optional<StatusChange> change = store.outbox().giveUp(owner, id, Micros.now(clock));
        change.ifPresent(each -> store.afterCommit(() -> events.accept(Changes.event(each, clock.instant()))));
        return change.map(StatusChange::message);
    }

    private static SmsException wrongState(String detail) {
        return new SmsException(Problem.WRONG_STATE, detail);
    }
}
