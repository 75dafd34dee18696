package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A result that cannot be recorded")
class ResultsTest {
    private final Results results = new Results(1, Duration.ofMillis(1));
    private final AtomicBoolean away = new AtomicBoolean(true);
    private final AtomicInteger recorded = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    @DisplayName("F-P19 is laid down, and when there is no more room for it held, until the store is back")
    void held() {
        results.record(this::record, told::incrementAndGet);
        CompletableFuture<Void> hand =
                CompletableFuture.runAsync(() -> results.record(this::record, told::incrementAndGet));
        assertThat(results.sweep()).isTrue();
        assertThat(hand).isNotDone();
        away.set(false);
        Eventually.holds("the hand is free", hand::isDone);
        assertThat(results.sweep()).isFalse();
        assertThat(recorded).hasValue(2);
        Eventually.holds("both are told of", () -> told.get() == 2);
    }

    @Test
    @DisplayName("F-P19 is held no longer when the time to stop is over")
    void stopped() {
        results.record(this::record, told::incrementAndGet);
        CompletableFuture<Void> hand =
                CompletableFuture.runAsync(() -> results.record(this::record, told::incrementAndGet));
        assertThat(results.drained(System.nanoTime())).isFalse();
        results.hold(false);
        Eventually.holds("the hand is free", hand::isDone);
        away.set(false);
        assertThat(results.drained(System.nanoTime())).isTrue();
        assertThat(recorded).hasValue(2);
    }

    @Test
    @DisplayName("is given up only when others are recorded between its tries, again and again")
    void hopeless() {
        AtomicInteger tries = new AtomicInteger();
        results.record(
                () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("never, on purpose");
                },
                told::incrementAndGet);
        for (int i = 0; i < 100; i++) {
            assertThat(results.sweep())
                    .as("while nothing else is recorded either")
                    .isTrue();
        }
        away.set(false);
        int sweeps = 0;
        boolean waits = true;
        while (waits) {
            results.record(this::record, told::incrementAndGet);
            waits = results.sweep();
            sweeps++;
        }
        assertThat(sweeps).isEqualTo(10);
        int then = tries.get();
        results.sweep();
        assertThat(tries).hasValue(then);
    }

    @Test
    @DisplayName("and is at last does not wait until a listener has heard of another")
    void hangingListener() {
        CountDownLatch hang = new CountDownLatch(1);
        CountDownLatch hears = new CountDownLatch(1);
        results.record(this::record, () -> {
            hears.countDown();
            LanesTest.await(hang);
        });
        away.set(false);
        assertThat(results.sweep()).isFalse();
        LanesTest.await(hears);
        assertThat(told).hasValue(0);
        results.record(this::record, told::incrementAndGet);
        assertThat(recorded).hasValue(2);
        assertThat(told).hasValue(1);
        hang.countDown();
    }

    private void record() {
        if (away.get()) {
            throw new IllegalStateException("the database is away, on purpose");
        }
        recorded.incrementAndGet();
    }
}
