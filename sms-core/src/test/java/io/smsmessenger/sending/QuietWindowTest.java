package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Verdict.QuietTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The quiet window")
class QuietWindowTest {
    private static final Address MARIA = PhoneNumber.of("+12025550123");
    private static final String NEW_YORK = "America/New_York";

    @ParameterizedTest(name = "{0}–{1} at {2}: {3}")
    @CsvSource({
        // The clock goes from 02:00 to 03:00 on 8 March, and from 02:00 back to 01:00 on 1 November.
        "21:00, 08:00, 2026-03-07T06:30:00Z, 2026-03-07T13:00:00Z",
        "21:00, 08:00, 2026-03-08T06:30:00Z, 2026-03-08T12:00:00Z",
        "21:00, 08:00, 2026-11-01T01:00:00Z, 2026-11-01T13:00:00Z",
        "21:00, 08:00, 2026-11-01T00:59:59Z, ''",
        "21:00, 08:00, 2026-03-08T12:00:00Z, ''",
        "21:00, 08:00, 2026-03-08T11:59:59.999Z, 2026-03-08T12:00:00Z",
        // An end that the clock skips comes with the skip.
        "21:00, 02:30, 2026-03-08T06:30:00Z, 2026-03-08T07:00:00Z",
        // A beginning that it skips, too.
        "02:30, 08:00, 2026-03-08T06:59:59Z, ''",
        "02:30, 08:00, 2026-03-08T07:00:00Z, 2026-03-08T12:00:00Z",
        // What it shows twice holds twice.
        "21:00, 01:30, 2026-11-01T05:15:00Z, 2026-11-01T05:30:00Z",
        "21:00, 01:30, 2026-11-01T05:45:00Z, ''",
        "21:00, 01:30, 2026-11-01T06:15:00Z, 2026-11-01T06:30:00Z",
        // A window that the clock skips altogether is the next day's.
        "03:00, 02:00, 2026-03-08T06:30:00Z, ",
        // Hours within one day.
        "12:00, 14:00, 2026-06-01T16:59:59Z, 2026-06-01T18:00:00Z",
        "12:00, 14:00, 2026-06-01T15:59:59Z, ''",
        "12:00, 14:00, 2026-06-01T18:00:00Z, ''",
    })
    @DisplayName("ends exactly, also where clocks are put forward or back")
    void edges(LocalTime from, LocalTime to, Instant at, String expected) {
        String end = expected == null ? "2026-03-09T06:00:00Z" : expected;
        assertThat(quiet(from, to, NEW_YORK).at(at, MARIA, true))
                .isEqualTo(end.isEmpty() ? Optional.empty() : Optional.of(new QuietTime(Instant.parse(end), true)));
    }

    @Test
    @DisplayName("is what all zones leave free")
    void intersection() {
        QuietWindow window = quiet(LocalTime.of(21, 0), LocalTime.of(8, 0), NEW_YORK, "Pacific/Honolulu");
        // In winter New York is at −5, Honolulu at −10: free from 08:00 there until 21:00 in New York.
        assertThat(window.at(Instant.parse("2026-01-15T13:30:00Z"), MARIA, true))
                .hasValueSatisfying(quiet -> assertThat(quiet.until()).isEqualTo("2026-01-15T18:00:00Z"));
        assertThat(window.at(Instant.parse("2026-01-15T18:00:00Z"), MARIA, true))
                .isEmpty();
        assertThat(window.at(Instant.parse("2026-01-16T02:00:00Z"), MARIA, true))
                .hasValueSatisfying(quiet -> assertThat(quiet.until()).isEqualTo("2026-01-16T18:00:00Z"));
    }

    @Test
    @DisplayName("is that of the unknown zones where nothing is known, and says so")
    void unknown() {
        QuietWindow window = new QuietWindow(QuietHours.unitedStates(), recipient -> Set.of());
        assertThat(window.at(Instant.parse("2026-01-15T13:30:00Z"), MARIA, true))
                .contains(new QuietTime(Instant.parse("2026-01-15T18:00:00Z"), false));
    }

    @Test
    @DisplayName("takes the moments that suit most zones where none suits all")
    void never() {
        // Free are 08–18 in London, and 19–05 UTC in Auckland: never both.
        QuietWindow window = quiet(LocalTime.of(18, 0), LocalTime.of(8, 0), "Europe/London", "Pacific/Auckland");
        assertThat(window.at(Instant.parse("2026-01-15T06:00:00Z"), MARIA, true))
                .contains(new QuietTime(Instant.parse("2026-01-15T08:00:00Z"), true));
        assertThat(window.at(Instant.parse("2026-01-15T08:00:00Z"), MARIA, true))
                .isEmpty();
        assertThat(window.at(Instant.parse("2026-01-15T18:30:00Z"), MARIA, true))
                .contains(new QuietTime(Instant.parse("2026-01-15T19:00:00Z"), true));
    }

    @Test
    @DisplayName("concerns single texts only if that was said")
    void oneToOne() {
        Instant night = Instant.parse("2026-01-15T08:00:00Z");
        assertThat(quiet(LocalTime.of(21, 0), LocalTime.of(8, 0), NEW_YORK).at(night, MARIA, false))
                .isEmpty();
        QuietHours all = new QuietHours(
                LocalTime.of(21, 0), LocalTime.of(8, 0), QuietHours.Mode.DEFER, true, Set.of(ZoneId.of(NEW_YORK)));
        assertThat(new QuietWindow(all, recipient -> Set.of()).at(night, MARIA, false))
                .isPresent();
    }

    @Test
    @DisplayName("ends where a walk minute by minute finds its end, whatever the zones, hours and days")
    void againstAWalk() {
        List<String> zones = List.of(
                NEW_YORK,
                "America/Phoenix",
                "America/St_Johns",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Pacific/Auckland",
                "Asia/Kathmandu",
                "UTC");
        List<Instant> shifts = List.of(
                Instant.parse("2026-03-08T00:00:00Z"),
                Instant.parse("2026-03-29T00:00:00Z"),
                Instant.parse("2026-04-04T12:00:00Z"),
                Instant.parse("2026-10-03T12:00:00Z"),
                Instant.parse("2026-10-25T00:00:00Z"),
                Instant.parse("2026-11-01T00:00:00Z"));
        Random random = new Random(20261123);
        int quiets = 0;
        for (int i = 0; i < 2000; i++) {
            LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
            LocalTime to = from.plusMinutes(15L * (1 + random.nextInt(60)));
            String[] where = random.ints(1 + random.nextInt(2), 0, zones.size())
                    .mapToObj(zones::get)
                    .distinct()
                    .toArray(String[]::new);
            Instant at = shifts.get(random.nextInt(shifts.size())).plus(Duration.ofMinutes(random.nextInt(2880)));
            Instant end = walk(from, to, where, at);
            if (end.isBefore(at.plus(Duration.ofDays(2)))) {
                Instant said = quiet(from, to, where)
                        .at(at, MARIA, true)
                        .map(QuietTime::until)
                        .orElse(at);
                assertThat(said)
                        .as("%s to %s at %s in %s", from, to, at, Arrays.toString(where))
                        .isEqualTo(end);
                quiets += end.equals(at) ? 0 : 1;
            }
        }
        assertThat(quiets).as("how many were quiet").isGreaterThan(500);
    }

    private static Instant walk(LocalTime from, LocalTime to, String[] zones, Instant at) {
        Instant moment = at;
        while (anyQuiet(from, to, zones, moment) && moment.isBefore(at.plus(Duration.ofHours(49)))) {
            moment = moment.plus(Duration.ofMinutes(1));
        }
        return moment;
    }

    private static boolean anyQuiet(LocalTime from, LocalTime to, String[] zones, Instant at) {
        return Arrays.stream(zones).anyMatch(zone -> {
            LocalTime time = at.atZone(ZoneId.of(zone)).toLocalTime();
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        });
    }

    private static QuietWindow quiet(LocalTime from, LocalTime to, String... zones) {
        Set<ZoneId> where = Arrays.stream(zones).map(ZoneId::of).collect(Collectors.toSet());
        QuietHours hours = new QuietHours(from, to, QuietHours.Mode.DEFER, false, Set.of(ZoneId.of("UTC")));
        return new QuietWindow(hours, recipient -> where);
    }
}
