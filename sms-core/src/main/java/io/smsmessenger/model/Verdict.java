package io.smsmessenger.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would happen to a draft, as data. All of it is as of now: another node may close a lane or hear a STOP the moment
 * after, which the last check before the carrier then sees.
 *
 * @param refusals why it would not go, most basic first; empty when it would
 * @param sender the number it would leave from, null when there is none
 * @param choice why it is that number, null when there is none
 * @param segments how the carrier would cut and bill it, and the characters that forced Unicode
 * @param cost what it may cost by the host's price list, null without one
 * @param optOut the recipient's standing wish not to be texted, if there is one
 * @param quietHours the recipient's quiet hours that it falls into, if it does
 * @param holds what keeps it waiting: lanes that are closed now
 * @param leavesAt the next instant at which it may go; null when it may not, or when what holds it lasts longer than it
 *     lives
 * @param expiresAt after when it would not go any more
 */
public record Verdict(
        List<Refusal> refusals,
        @Nullable NumberAssignment sender,
        @Nullable SenderChoice choice,
        SegmentCount segments,
        @Nullable Money cost,
        @Nullable OptOut optOut,
        @Nullable QuietTime quietHours,
        List<Hold> holds,
        @Nullable Instant leavesAt,
        Instant expiresAt) {
    public Verdict {
        refusals = List.copyOf(refusals);
        holds = List.copyOf(holds);
    }

    public boolean allowed() {
        return refusals.isEmpty();
    }

    /**
     * One reason not to send.
     *
     * @param problem which
     * @param detail what to do about it, without private data
     */
    public record Refusal(Problem problem, String detail) {}

    /** Why a number was chosen. */
    public enum SenderChoice {
        /** The draft says so. */
        ASKED_FOR,
        /** The user has only one. */
        ONLY_ONE,
        /** The one last used with this peer. */
        LAST_USED,
        /** The user's default. */
        DEFAULT,
        /** The first that is on a profile. */
        FIRST_ON_PROFILE,
        /** Just the first: none is on a profile. */
        FIRST
    }

    /**
     * The recipient's quiet hours.
     *
     * @param until when they end
     * @param zoneKnown whether the recipient's time zone is known; if not, the narrowest window was taken
     */
    public record QuietTime(Instant until, boolean zoneKnown) {}

    /**
     * A lane that is closed.
     *
     * @param lane which
     * @param until until when
     * @param reason why, null for one that merely keeps its pace
     */
    public record Hold(Lane lane, Instant until, @Nullable FailureReason reason) {}
}
