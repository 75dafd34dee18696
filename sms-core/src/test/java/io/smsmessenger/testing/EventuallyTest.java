package io.smsmessenger.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Waiting until something is so")
class EventuallyTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    @DisplayName("ends as soon as it is so")
    void ends() {
        Eventually.holds("asked three times", () -> asked.incrementAndGet() >= 3);
        assertThat(asked).hasValue(3);
        assertThat(Eventually.value("a fifth time", asked::incrementAndGet, count -> count == 5))
                .isEqualTo(5);
    }

    @Test
    @DisplayName("ends as soon as an assertion passes")
    void passes() {
        Eventually.passes(
                "asked twice", () -> assertThat(asked.incrementAndGet()).isEqualTo(2));
        assertThat(asked).hasValue(2);
    }

    @Test
    @DisplayName("fails with what was waited for and what was seen last")
    void fails() {
        assertThatThrownBy(() ->
                        Eventually.value("the queue is empty", Duration.ofMillis(5), () -> "7 rows", String::isEmpty))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("until the queue is empty")
                .hasMessageContaining("last: 7 rows");
        assertThat(asked).hasValue(0);
    }

    @Test
    @DisplayName("hands on what the condition itself throws")
    void throwsOn() {
        assertThatThrownBy(() -> Eventually.holds("anything", () -> {
                    throw new UnsupportedOperationException("broken");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
