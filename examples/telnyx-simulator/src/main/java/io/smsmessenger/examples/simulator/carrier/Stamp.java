package io.smsmessenger.examples.simulator.carrier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times in the form in which Telnyx writes them: milliseconds and a numeric offset. */
public final class Stamp {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Stamp() {}

    /** The time as text. */
    public static String of(Instant time) {
        return FORM.format(time);
    }

    /** The time as text, or null for none. */
    public static @Nullable String orNull(@Nullable Instant time) {
        return time == null ? null : of(time);
    }
}
