package io.smsmessenger.telnyx;

import io.smsmessenger.http.HttpResult.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * How long Telnyx asks to wait. {@code Retry-After} is seconds or a date; {@code x-ratelimit-reset} is seconds on one
 * page of the documentation and a point in time on another, so its size decides.
 */
final class Waits {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final long EPOCH_SECONDS_FROM = 1_000_000_000;

    private Waits() {}

    /** The wait after too many requests, from one second to fifteen minutes; null if the answer does not say. */
    static @Nullable Duration of(Answer answer, Instant now) {
        Duration asked = asked(answer, now);
        if (asked != null) {
            return asked;
        }
        Duration reset = reset(answer.header("x-ratelimit-reset"), now);
        return reset == null ? null : clamp(reset);
    }

    /**
     * The wait that {@code Retry-After} asks for. The other header comes with every answer, and of an account out of
     * order it tells nothing.
     */
    static @Nullable Duration asked(Answer answer, Instant now) {
        Duration wait = retryAfter(answer.header("retry-after"), now);
        return wait == null ? null : clamp(wait);
    }

    static Duration clamp(Duration wait) {
        if (wait.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static @Nullable Duration retryAfter(@Nullable String value, Instant now) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        if (Digits.areDigits(text)) {
            return seconds(text);
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static @Nullable Duration reset(@Nullable String value, Instant now) {
        if (value == null || !Digits.areDigits(value.strip())) {
            return null;
        }
        Duration seconds = seconds(value.strip());
        return seconds.toSeconds() < EPOCH_SECONDS_FROM ? seconds : Duration.between(now, Instant.EPOCH.plus(seconds));
    }

    private static Duration seconds(String digits) {
        // Ten digits hold every time until the year 2286; more of them are nonsense, and long.
        return digits.length() > 10 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
    }
}
