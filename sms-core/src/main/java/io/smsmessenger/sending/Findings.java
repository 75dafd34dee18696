package io.smsmessenger.sending;

import io.smsmessenger.model.Guarantee;
import io.smsmessenger.provider.MessageLookup.Lookup;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a look that found nothing. Absence is weaker evidence than presence: it takes two empty answers, the
 * second of them late, to call a message probably not sent, and only the caller's own choice beforehand sends one again.
 */
final class Findings {
    /** While nobody can be asked, things change slowly: another node, a new key, a carrier that learns to search. */
    private static final Duration DAY = Duration.ofDays(1);

    /** Of one message, by itself: then it is a person's. */
    private static final int MOST_ATTEMPTS = 3;

    private final Duration settleWindow;
    private final Duration resendAfter;

    Findings(SendingSettings settings) {
        settleWindow = settings.settleWindow();
        resendAfter = settings.resendAfter();
    }

    /**
     * What to write down.
     *
     * @param answer missing or unavailable; null when there is nobody to ask
     */
    Conclusion conclude(Trace trace, @Nullable Lookup answer, Instant now) {
        if (shallGoAgain(trace, answer, now)) {
            return new Conclusion.SendAgain();
        }
        if (answer instanceof Lookup.Missing) {
            return new Conclusion.Silent(
                    probablyNotSent(trace, now),
                    LookSchedule.next(trace.looks(), trace.gatedAt(), now, milestones(trace))
                            .orElse(null));
        }
        return new Conclusion.NotAsked(answer == null ? withNobodyToAsk(trace, now) : askAgain(trace, now));
    }

    /** A look at something that was there, and did not move the message. */
    Conclusion later(Trace trace, Instant now) {
        return new Conclusion.NotAsked(askAgain(trace, now));
    }

    private boolean probablyNotSent(Trace trace, Instant now) {
        return !wasTaken(trace)
                && trace.silences() >= 1
                && !now.isBefore(trace.gatedAt().plus(settleWindow));
    }

    private boolean shallGoAgain(Trace trace, @Nullable Lookup answer, Instant now) {
        if (!mayGoAgain(trace) || now.isBefore(resendAt(trace)) || !now.isBefore(trace.expiresAt())) {
            return false;
        }
        return !(answer instanceof Lookup.Unavailable) || !now.isBefore(lastChance(trace));
    }

    private static boolean mayGoAgain(Trace trace) {
        return trace.guarantee() == Guarantee.AT_LEAST_ONCE && trace.attempts() < MOST_ATTEMPTS && !wasTaken(trace);
    }

    /** An id is given to nothing but what was taken, even if the carrier knows it no longer. */
    private static boolean wasTaken(Trace trace) {
        return trace.providerId() != null;
    }

    /** Each attempt doubles the wait: a carrier that loses every answer must not be paid for a copy a minute. */
    private Instant resendAt(Trace trace) {
        int doubled = Math.min(Math.max(trace.attempts() - 1, 0), MOST_ATTEMPTS);
        return trace.gatedAt().plus(resendAfter.multipliedBy(1L << doubled));
    }

    /**
     * Until when a carrier that cannot be asked is waited for: half of the time that is left to send again. Who chose at
     * least once wants the text to arrive more than to arrive alone.
     */
    private Instant lastChance(Trace trace) {
        Duration left = Duration.between(resendAt(trace), trace.expiresAt());
        return left.isNegative() ? trace.expiresAt() : resendAt(trace).plus(left.dividedBy(2));
    }

    private List<Instant> milestones(Trace trace) {
        List<Instant> milestones = new ArrayList<>();
        milestones.add(trace.gatedAt().plus(settleWindow));
        if (mayGoAgain(trace)) {
            milestones.add(resendAt(trace));
            milestones.add(lastChance(trace));
        }
        return milestones;
    }

    private Instant askAgain(Trace trace, Instant now) {
        return LookSchedule.next(trace.looks(), trace.gatedAt(), now, milestones(trace))
                .orElse(now.plus(DAY));
    }

    private Instant withNobodyToAsk(Trace trace, Instant now) {
        boolean soon = mayGoAgain(trace) && now.isBefore(resendAt(trace));
        return soon ? resendAt(trace) : now.plus(DAY);
    }
}
