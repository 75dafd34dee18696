package io.smsmessenger.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2025-05-15T18:47:41.038+00:00,2025-05-15T18:47:41.038Z", "2019-01-23T18:10:02.574Z,2019-01-23T18:10:02.574Z",
        "2025-04-28 12:00:38.631252+00:00,2025-04-28T12:00:38.631252Z", "2025-04-28T12:00:38,2025-04-28T12:00:38Z",
        "2025-04-28T12:00,2025-04-28T12:00:00Z", "2025-04-28T14:00:38+02:00,2025-04-28T12:00:38Z",
        "2025-04-28T14:00:38+0200,2025-04-28T12:00:38Z", "2025-04-28T14:00:38+02,2025-04-28T12:00:38Z",
        "' 2025-04-28 12:00:38Z ',2025-04-28T12:00:38Z"
    })
    void reads_times_as_telnyx_writes_them(String text, Instant instant) {
        assertThat(Times.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2025-04-28", "2025-02-30T12:00:00Z", "0001-01-01T00:00:00Z", "1745841638"})
    void anything_else_is_no_time(String text) {
        assertThat(Times.parse(text)).isNull();
    }
}
