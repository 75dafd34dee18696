package io.smsmessenger.memory;

import io.smsmessenger.model.Failure;
import io.smsmessenger.model.MessageEvent.Source;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.StatusChange;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a message stands in the queue, apart from what the user sees of it. Touched under the lock only. */
final class Departure {
    enum State {
        READY,
        CLAIMED,
        SENDING,
        UNKNOWN,
        DONE
    }

    private final MessageRow message;
    private final NewOutbound order;
    private State state = State.READY;
    private Instant due;
    private String token = "";
    private Instant leaseUntil = Instant.MIN;
    private Instant sendingSince = Instant.MIN;
    private int attempts;
    private Instant expiresAt;

    Departure(MessageRow message, NewOutbound order) {
        this.message = message;
        this.order = order;
        this.due = activityAt();
        this.expiresAt = order.expiresAt();
    }

    NewOutbound order() {
        return order;
    }

    MessageRow message() {
        return message;
    }

    State state() {
        return state;
    }

    Instant due() {
        return due;
    }

    String token() {
        return token;
    }

    int attempts() {
        return attempts;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean expired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** When the conversation shows it: when it was handed over, or was to leave. */
    Instant activityAt() {
        Instant sendAt = order.sendAt();
        return sendAt != null && sendAt.isAfter(order.at()) ? sendAt : order.at();
    }

    boolean isIn(State wanted, String claim) {
        return state == wanted && token.equals(claim);
    }

    boolean leaseRanOut(Instant now) {
        return state == State.CLAIMED && !leaseUntil.isAfter(now);
    }

    boolean sendingSinceBefore(Instant instant) {
        return state == State.SENDING && sendingSince.isBefore(instant);
    }

    void claimed(Instant now, Duration lease) {
        state = State.CLAIMED;
        token = UUID.randomUUID().toString();
        leaseUntil = now.plus(lease);
    }

    void passedTheGate(Instant now) {
        state = State.SENDING;
        sendingSince = now;
        attempts++;
    }

    void becameUnknown() {
        state = State.UNKNOWN;
    }

    void readyAgain(@Nullable Instant notBefore) {
        state = State.READY;
        token = "";
        due = notBefore == null ? due : notBefore;
    }

    void done() {
        state = State.DONE;
        token = "";
    }

    /** Writes down what was said of the message. */
    StatusChange say(MessageStatus status, Source source, @Nullable Failure failure, Instant now) {
        MessageStatus previous = message.status();
        message.say(status, source, now, now, failure);
        return new StatusChange(message.owner(), message.snapshot(), previous);
    }
}
