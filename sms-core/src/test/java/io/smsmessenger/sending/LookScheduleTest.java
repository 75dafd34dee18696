package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookScheduleTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant SETTLED = NOON.plus(Duration.ofMinutes(15));

    @Test
    void looks_often_at_first_then_each_hour_for_a_day_then_never() {
        List<Long> seconds = walk(List.of());
        assertThat(seconds).startsWith(0L, 5L, 20L, 80L, 380L, 1280L, 4880L).endsWith(1280 + 23 * 3600L);
    }

    @Test
    void oversleeps_no_milestone() {
        assertThat(walk(List.of(SETTLED))).startsWith(0L, 5L, 20L, 80L, 380L, 900L, 4500L);
        assertThat(LookSchedule.next(99, NOON, NOON.plus(Duration.ofDays(2)), List.of(SETTLED)))
                .isEmpty();
        Instant late = NOON.plus(Duration.ofDays(3));
        assertThat(LookSchedule.next(99, NOON, NOON.plus(Duration.ofDays(2)), List.of(SETTLED, late)))
                .contains(late);
        assertThat(LookSchedule.next(1, NOON, NOON, List.of(NOON, late))).contains(NOON.plusSeconds(5));
    }

    /** When it is looked for, in seconds after the attempt. */
    private static List<Long> walk(List<Instant> milestones) {
        List<Long> seconds = new ArrayList<>();
        Optional<Instant> at = Optional.of(NOON);
        for (int looks = 1; at.isPresent(); looks++) {
            seconds.add(Duration.between(NOON, at.get()).toSeconds());
            at = LookSchedule.next(looks, NOON, at.get(), milestones);
        }
        return seconds;
    }
}
