package io.smsmessenger.jpa;

import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Pace;
import io.smsmessenger.store.LaneStore.LaneState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A lane's row as it was read, and how much of its room a claim uses up. Times are microseconds. */
final class LaneRow {
    static final String COLUMNS = "kind, lane_id, closed_until, reason, probe_every, probe_at, free_at";

    private static final long BURST = 100_000;

    private final Lane lane;
    private final long closedUntil;
    private final @Nullable FailureReason reason;
    private final @Nullable Long probeEvery;
    private @Nullable Long probeAt;
    private long freeAt;
    private boolean used;

    LaneRow(Row row) {
        lane = new Lane(row.word(Lane.Kind.class), row.number());
        closedUntil = row.number();
        reason = row.wordOrNull(FailureReason.class);
        probeEvery = row.numberOrNull();
        probeAt = row.numberOrNull();
        freeAt = row.number();
    }

    /** The same again, to reckon with. */
    LaneRow(LaneRow read) {
        lane = read.lane;
        closedUntil = read.closedUntil;
        reason = read.reason;
        probeEvery = read.probeEvery;
        probeAt = read.probeAt;
        freeAt = read.freeAt;
    }

    Lane lane() {
        return lane;
    }

    @Nullable
    Long probeAt() {
        return probeAt;
    }

    long freeAt() {
        return freeAt;
    }

    boolean probing() {
        return probeEvery != null;
    }

    boolean used() {
        return used;
    }

    boolean closed(long now) {
        return opens() > now;
    }

    /** Whether one more message may go this way now. */
    boolean allows(@Nullable Pace pace, long now) {
        return !closed(now) && (pace == null || freeAt <= fullBeyond(pace, now));
    }

    /** Counts one message that goes this way now. */
    void take(@Nullable Pace pace, long now) {
        used = true;
        if (probeEvery != null) {
            probeAt = now + probeEvery;
        }
        if (pace != null) {
            // What was not used does not add up: the past counts for nothing but the burst.
            freeAt = Math.max(freeAt, now) + interval(pace);
        }
    }

    /** The latest {@code free_at} that leaves room for one more. */
    static long fullBeyond(Pace pace, long now) {
        return now + Math.max(0, BURST - interval(pace));
    }

    private static long interval(Pace pace) {
        return micros(pace.interval());
    }

    static long micros(Duration duration) {
        return Math.max(1, duration.toNanos() / 1_000);
    }

    private long opens() {
        return probeAt == null ? closedUntil : Math.max(closedUntil, probeAt);
    }

    LaneState state(Instant at) {
        boolean closed = closed(Times.micros(at));
        return new LaneState(
                lane,
                closed ? Times.instant(opens()) : null,
                probeEvery == null ? null : Duration.ofNanos(probeEvery * 1_000),
                reason);
    }
}
