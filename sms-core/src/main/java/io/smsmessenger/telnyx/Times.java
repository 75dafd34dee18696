package io.smsmessenger.telnyx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as Telnyx writes them: with {@code T} or a space, with {@code Z}, an offset, or without, which is UTC. Read by
 * hand, because the JDK's formatters allocate more for the times of one webhook than all the rest of reading it.
 */
final class Times {
    private static final Pattern FORMAT = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d)"
            + "(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d\\d(?::?\\d\\d)?)?");
    private static final int NANO_DIGITS = 9;

    private Times() {}

    /** The time, or null if it is none that makes sense. */
    static @Nullable Instant parse(String text) {
        Matcher parts = FORMAT.matcher(text.strip());
        if (!parts.matches()) {
            return null;
        }
        try {
            Instant instant = LocalDateTime.of(
                            number(parts, 1),
                            number(parts, 2),
                            number(parts, 3),
                            number(parts, 4),
                            number(parts, 5),
                            number(parts, 6),
                            nanos(parts))
                    .toInstant(offset(parts.group(8)));
            return instant.isBefore(Instant.EPOCH) ? null : instant;
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(Matcher parts) {
        int nanos = number(parts, 7);
        int given = parts.end(7) - parts.start(7);
        for (int i = given; i < NANO_DIGITS && given > 0; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static ZoneOffset offset(@Nullable String text) {
        return text == null || text.equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }
}
