package io.smsmessenger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A clock moved by hand")
class MutableClockTest {
    private final MutableClock clock = MutableClock.at("2026-11-23T10:00:00Z");

    @Test
    @DisplayName("stands still until it is moved, on or back")
    void moves() {
        assertThat(clock.instant()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(clock.instant()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(clock.advance(Duration.ofMinutes(5))).isEqualTo("2026-11-23T10:05:00Z");
        assertThat(clock.advance(Duration.ofHours(-1))).isEqualTo("2026-11-23T09:05:00Z");
        assertThat(clock.instant()).isEqualTo("2026-11-23T09:05:00Z");
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }

    @Test
    @DisplayName("shows the same time in every zone")
    void zones() {
        Clock kolkata = clock.withZone(ZoneId.of("Asia/Kolkata"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(kolkata.instant()).isEqualTo(clock.instant());
        assertThat(kolkata.getZone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
