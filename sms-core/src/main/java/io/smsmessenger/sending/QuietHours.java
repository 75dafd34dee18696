package io.smsmessenger.sending;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When recipients are left in peace, by the clock where they are. A number whose zones are several gets the quiet hours
 * of all of them together.
 *
 * @param from when they begin, e.g. 21:00
 * @param to when they end, e.g. 08:00; before {@code from} means the next morning
 * @param mode what happens to a single text that is written during them; bulk, and what was taken before and whose turn
 *     comes during them, waits in any case
 * @param oneToOne whether they also hold for single texts; bulk always keeps them
 * @param unknownZones the zones that a number may be in of which nothing is known; the more there are, the narrower the
 *     window
 */
public record QuietHours(LocalTime from, LocalTime to, Mode mode, boolean oneToOne, Set<ZoneId> unknownZones) {
    /** What happens to a text written in quiet hours. */
    public enum Mode {
        /** It leaves when they are over. */
        DEFER,
        /** It is not taken. */
        REFUSE
    }

    public QuietHours {
        unknownZones = Set.copyOf(unknownZones);
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours that begin and end at the same time leave no window");
        }
        if (unknownZones.isEmpty()) {
            throw new IllegalArgumentException("name at least one zone for numbers whose zone is unknown");
        }
    }

    /**
     * From 9 in the evening to 8 in the morning, as 47 CFR 64.1200(c) has it for calls; texts wait, single texts are free.
     * A number of unknown zone is taken to be anywhere from New York to Honolulu.
     */
    public static QuietHours unitedStates() {
        return new QuietHours(
                LocalTime.of(21, 0),
                LocalTime.of(8, 0),
                Mode.DEFER,
                false,
                Set.of(
                        ZoneId.of("America/New_York"),
                        ZoneId.of("America/Chicago"),
                        ZoneId.of("America/Denver"),
                        ZoneId.of("America/Los_Angeles"),
                        ZoneId.of("America/Anchorage"),
                        ZoneId.of("Pacific/Honolulu")));
    }
}
