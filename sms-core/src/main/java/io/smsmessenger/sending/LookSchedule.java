package io.smsmessenger.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When to look again for a message of unknown outcome: often at first, because most carriers' records are there within
 * seconds, then each hour, and after a day never.
 */
final class LookSchedule {
    /** How long it is looked for. */
    static final Duration END = Duration.ofHours(24);

    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1));

    private LookSchedule() {}

    /**
     * The next look.
     *
     * @param looks how often it was looked for, at least once
     * @param gatedAt when the attempt passed the gate
     * @param now when it was looked for last
     * @param milestones instants at which the same answer would mean more: none of them is overslept
     * @return empty for never
     */
    static Optional<Instant> next(int looks, Instant gatedAt, Instant now, List<Instant> milestones) {
        Instant step = now.plus(STEPS.get(Math.min(Math.max(looks, 1), STEPS.size()) - 1));
        Optional<Instant> milestone = milestones.stream().filter(now::isBefore).min(Instant::compareTo);
        if (milestone.isPresent() && milestone.get().isBefore(step)) {
            return milestone;
        }
        return step.isAfter(gatedAt.plus(END)) ? milestone : Optional.of(step);
    }
}
