package io.smsmessenger.telnyx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as Telnyx writes them: with {@code T} or a space, with {@code Z}, an offset, or without, which is UTC. */
final class Times {
    private static final int T_AT = 10;

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    /** The time, or null if it is none that makes sense. */
    static @Nullable Instant parse(String text) {
        try {
            TemporalAccessor parsed = FORMAT.parseBest(withT(text.strip()), OffsetDateTime::from, LocalDateTime::from);
            Instant instant = parsed instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
            return instant.isBefore(Instant.EPOCH) ? null : instant;
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static String withT(String text) {
        return text.length() > T_AT && text.charAt(T_AT) == ' '
                ? text.substring(0, T_AT) + 'T' + text.substring(T_AT + 1)
                : text;
    }
}
