package io.smsmessenger.sending;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.Verdict.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a draft leaves, until when it may, and what can be wrong with that. */
final class Departures {
    private static final Duration FARTHEST = Duration.ofDays(365_250);
    private static final Duration LONGEST_LIFE = Duration.ofDays(3653);

    private Departures() {}

    /** When it leaves by its own wish. Bounded, so that times which will be refused can be reckoned with as well. */
    static Instant wanted(Draft draft, Instant now) {
        return draft.sendAt() == null || draft.sendAt().isBefore(now) ? now : earlier(draft.sendAt(), farthest(now));
    }

    /** When it may no longer leave: its life counts from when it was to leave. */
    static Instant expiry(Draft draft, Instant leaves) {
        Duration life = draft.timeToLive().compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : draft.timeToLive();
        return earlier(leaves.plus(life.isNegative() ? Duration.ZERO : life), draft.validUntil());
    }

    /** What is wrong with the times of a draft that leaves then. */
    static Optional<Refusal> problem(Draft draft, Instant leaves, Instant now) {
        if (draft.timeToLive().isNegative() || draft.timeToLive().isZero()) {
            return refused("The time to live is longer than nothing.");
        }
        Instant sendAt = draft.sendAt();
        boolean tooFar = sendAt != null && sendAt.isAfter(farthest(now));
        if (tooFar || draft.timeToLive().compareTo(LONGEST_LIFE) > 0) {
            return refused("A message can wait for a thousand years at most, and live for ten from then on.");
        }
        if (sendAt != null && sendAt.isBefore(now)) {
            return refused("The time to send at is over already.");
        }
        return draft.validUntil() != null && !draft.validUntil().isAfter(leaves)
                ? refused("It would leave at " + leaves + " and is not valid any more by then.")
                : Optional.empty();
    }

    private static Optional<Refusal> refused(String detail) {
        return Optional.of(new Refusal(Problem.INVALID_TIME, detail));
    }

    private static Instant farthest(Instant now) {
        return now.plus(FARTHEST);
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
