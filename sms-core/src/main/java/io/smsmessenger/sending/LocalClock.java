package io.smsmessenger.sending;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * Quiet hours by one zone's clock. Quiet is what that clock shows: an hour that it skips shortens them, one that it shows
 * twice is quiet, or not, both times.
 *
 * @param zone where
 * @param from when quiet hours begin
 * @param to when they end; before {@code from} means the next morning
 */
record LocalClock(ZoneId zone, LocalTime from, LocalTime to) {
    boolean isQuiet(Instant moment) {
        LocalTime time = LocalTime.ofInstant(moment, zone);
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }

    /** When quiet hours end that hold at this moment, or when the next begin. */
    Instant change(Instant moment) {
        boolean quiet = isQuiet(moment);
        Instant next = moment;
        do {
            next = step(next, quiet ? to : from);
        } while (isQuiet(next) == quiet);
        return next;
    }

    /** Every moment after {@code after} and up to {@code until} at which quiet hours end. */
    List<Instant> ends(Instant after, Instant until) {
        List<Instant> ends = new ArrayList<>();
        for (Instant next = change(after); !next.isAfter(until); next = change(next)) {
            if (!isQuiet(next)) {
                ends.add(next);
            }
        }
        return ends;
    }

    /** On to the time of day, or to where the clock is put forward or back if that is sooner. */
    private Instant step(Instant moment, LocalTime time) {
        ZoneOffset offset = zone.getRules().getOffset(moment);
        LocalDateTime local = LocalDateTime.ofInstant(moment, offset);
        LocalDateTime target = local.toLocalDate().atTime(time);
        Instant reached = (target.isAfter(local) ? target : target.plusDays(1)).toInstant(offset);
        ZoneOffsetTransition shift = zone.getRules().nextTransition(moment);
        return shift == null || shift.getInstant().isAfter(reached) ? reached : shift.getInstant();
    }
}
