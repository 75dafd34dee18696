package io.smsmessenger.sending;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Quiet hours as a recipient has them: quiet is what is quiet in any zone they may be in. Where no moment of the next
 * two days suits all of those zones, the moments that suit the most of them are taken, or the text could never leave.
 */
final class QuietWindow {
    /** Two nights, so that a moment which a clock skips does not hide the next day's. */
    private static final Duration HORIZON = Duration.ofDays(2);

    private final QuietHours hours;
    private final RecipientZones zones;

    QuietWindow(QuietHours hours, RecipientZones zones) {
        this.hours = hours;
        this.zones = zones;
    }

    /** The quiet hours that this instant falls into for this recipient; empty when a text may leave. */
    Optional<Verdict.QuietTime> at(Instant instant, Address recipient, boolean bulk) {
        if (!bulk && !hours.oneToOne()) {
            return Optional.empty();
        }
        Set<ZoneId> known = zones.of(recipient);
        Instant end = end(instant, known.isEmpty() ? hours.unknownZones() : known);
        return end.equals(instant) ? Optional.empty() : Optional.of(new Verdict.QuietTime(end, !known.isEmpty()));
    }

    private Instant end(Instant instant, Set<ZoneId> where) {
        Collection<LocalClock> clocks = where.stream()
                .map(zone -> new LocalClock(zone, hours.from(), hours.to()))
                .toList();
        Instant horizon = instant.plus(HORIZON);
        Instant moment = instant;
        while (!moment.isAfter(horizon)) {
            Instant loudest = latestEnd(clocks, moment);
            if (loudest.equals(moment)) {
                return moment;
            }
            // Until then it is quiet somewhere, so no moment in between can be the end.
            moment = loudest;
        }
        return leastBad(clocks, instant, horizon);
    }

    private static Instant latestEnd(Collection<LocalClock> clocks, Instant moment) {
        return clocks.stream()
                .filter(clock -> clock.isQuiet(moment))
                .map(clock -> clock.change(moment))
                .max(Instant::compareTo)
                .orElse(moment);
    }

    /** The first of the moments at which it is quiet in the fewest zones: one of these is now, or an end somewhere. */
    private static Instant leastBad(Collection<LocalClock> clocks, Instant instant, Instant horizon) {
        TreeSet<Instant> moments = new TreeSet<>(Set.of(instant));
        clocks.forEach(clock -> moments.addAll(clock.ends(instant, horizon)));
        Instant best = instant;
        long fewest = Long.MAX_VALUE;
        for (Instant moment : moments) {
            long quiet = clocks.stream().filter(clock -> clock.isQuiet(moment)).count();
            if (quiet < fewest) {
                fewest = quiet;
                best = moment;
            }
        }
        return best;
    }
}
