package io.smsmessenger.jpa;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of a result, read column by column in the order of the select. */
final class Row {
    private final @Nullable Object[] values;
    private int next;

    Row(@Nullable Object... values) {
        this.values = values;
    }

    @Nullable
    Object value() {
        return values[next++];
    }

    long number() {
        return ((Number) Objects.requireNonNull(value())).longValue();
    }

    @Nullable
    Long numberOrNull() {
        return value() instanceof Number number ? number.longValue() : null;
    }

    int integer() {
        return Math.toIntExact(number());
    }

    @Nullable
    Integer integerOrNull() {
        Long number = numberOrNull();
        return number == null ? null : Math.toIntExact(number);
    }

    String text() {
        return (String) Objects.requireNonNull(value());
    }

    @Nullable
    String textOrNull() {
        return (String) value();
    }

    byte[] bytes() {
        return (byte[]) Objects.requireNonNull(value());
    }

    boolean flag() {
        return (Boolean) Objects.requireNonNull(value());
    }

    Instant instant() {
        return Times.instant(number());
    }

    @Nullable
    Instant instantOrNull() {
        Long micros = numberOrNull();
        return micros == null ? null : Times.instant(micros);
    }

    @Nullable
    BigDecimal decimalOrNull() {
        return (BigDecimal) value();
    }

    <E extends Enum<E>> E word(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    <E extends Enum<E>> @Nullable E wordOrNull(Class<E> type) {
        String word = textOrNull();
        return word == null ? null : Enum.valueOf(type, word);
    }
}
