package io.smsmessenger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Cursor;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A keyset")
class KeysetTest {
    private static final Keyset PLACE = new Keyset(Instant.parse("2026-11-23T10:15:30.123456789Z"), 4711);

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00Z",
                "2026-11-23T10:15:30.123456Z",
                "9999-12-31T23:59:59.999999Z"
            })
    @DisplayName("comes back from its cursor to the nanosecond")
    void roundTrip(String at) {
        Keyset keyset = new Keyset(Instant.parse(at), Long.MAX_VALUE);
        assertThat(Keyset.of(keyset.cursor())).isEqualTo(keyset);
    }

    @Test
    @DisplayName("is refused when any character of its cursor was changed")
    void tampered() {
        String cursor = PLACE.cursor().value();
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertRefused(cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"x", "AAAA", "not a cursor", "%", "________________________________", "ünïcode"})
    @DisplayName("is refused when it never was a cursor")
    void foreign(String text) {
        assertRefused(text);
    }

    @Test
    @DisplayName("is refused with anything put behind its cursor")
    void longer() {
        assertRefused(PLACE.cursor().value() + "AAAA");
        assertRefused(PLACE.cursor().value() + "=");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "0000-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    @DisplayName("is refused at a time that no list can hold")
    void impossible(String at) {
        assertRefused(new Keyset(Instant.parse(at), 1).cursor().value());
    }

    private static void assertRefused(String cursor) {
        assertThatThrownBy(() -> Keyset.of(new Cursor(cursor)))
                .as(cursor)
                .isInstanceOfSatisfying(
                        SmsException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.INVALID_CURSOR));
    }
}
