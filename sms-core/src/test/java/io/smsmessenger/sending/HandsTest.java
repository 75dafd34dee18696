package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Lane;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Pace;
import io.smsmessenger.testing.Eventually;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Hands")
class HandsTest {
    private final Depot depot = new Depot();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("bulk never takes the last: a reply leaves although 1,000 wait and every bulk text hangs")
    void bulk(boolean virtual) {
        CountDownLatch hang = new CountDownLatch(1);
        List<MessageId> campaign = depot.bulk(1_000, depot.line);
        AtomicInteger bulkInHand = new AtomicInteger();
        AtomicInteger mostBulk = new AtomicInteger();
        depot.carrier.answers(sms -> {
            if (campaign.contains(sms.id())) {
                mostBulk.accumulateAndGet(bulkInHand.incrementAndGet(), Math::max);
                LanesTest.await(hang);
                bulkInHand.decrementAndGet();
            }
            return Carrier.takes(sms);
        });
        try (SmsDispatcher dispatcher = depot.dispatcher(
                SendingSettings.builder().virtualThreads(virtual).build())) {
            dispatcher.start();
            Eventually.holds("bulk has all it may", () -> depot.carrier.inHand() == 6);
            for (int i = 0; i < 20; i++) {
                MessageId reply = depot.text(depot.line);
                dispatcher.nudge();
                Eventually.holds("the reply has left", () -> depot.status(reply) == MessageStatus.ACCEPTED);
            }
            hang.countDown();
            Eventually.holds("all has left", () -> depot.tally().equals(Map.of(MessageStatus.ACCEPTED, 1_020)));
        } finally {
            hang.countDown();
        }
        assertThat(mostBulk).hasValue(6);
        assertThat(depot.carrier.asked()).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("as many work as are set, and as many claims again wait for them, so that few claims serve many")
    void claimsAhead() {
        CountDownLatch hang = new CountDownLatch(1);
        depot.carrier.answers(sms -> {
            LanesTest.await(hang);
            return Carrier.takes(sms);
        });
        depot.texts(400, depot.line);
        try (SmsDispatcher dispatcher = depot.dispatcher(
                SendingSettings.builder().pollInterval(Duration.ofMinutes(1)).build())) {
            dispatcher.start();
            Eventually.holds("all hands are busy", () -> depot.carrier.inHand() == 8);
            hang.countDown();
            Eventually.holds("all has left", () -> depot.tally().equals(Map.of(MessageStatus.ACCEPTED, 400)));
            assertThat(depot.carrier.mostInHand()).isEqualTo(8);
            assertThat(depot.faults.calls("claim")).as("claims").isLessThan(120);
        }
    }

    @Test
    @DisplayName("what has waited for a hand for half its lease is given back, not sent")
    void stale() {
        CountDownLatch hang = new CountDownLatch(1);
        depot.carrier.answers(sms -> {
            LanesTest.await(hang);
            return Carrier.takes(sms);
        });
        depot.texts(2, depot.line);
        try (SmsDispatcher dispatcher = depot.dispatcher(SendingSettings.builder()
                .concurrency(1)
                .pollInterval(Duration.ofMillis(10))
                .build())) {
            dispatcher.start();
            Eventually.holds("the hand is busy", () -> depot.carrier.inHand() == 1);
            Eventually.holds(
                    "the other is claimed",
                    () -> depot.memory.outbox().nextDue().isEmpty());
            depot.clock.advance(Duration.ofSeconds(31));
            Eventually.holds("it is given back", () -> depot.faults.calls("release") > 0);
            hang.countDown();
            Eventually.holds("both have left", () -> depot.tally().equals(Map.of(MessageStatus.ACCEPTED, 2)));
        } finally {
            hang.countDown();
        }
    }

    @Test
    @DisplayName("a nudge is heard at once: the median from commit to carrier is below 30 ms with a poll of a minute")
    void nudged() {
        try (SmsDispatcher dispatcher = depot.dispatcher(
                SendingSettings.builder().pollInterval(Duration.ofMinutes(1)).build())) {
            dispatcher.start();
            long[] nanos = new long[101];
            for (int i = 0; i < nanos.length; i++) {
                MessageId id = depot.text(depot.line);
                long start = System.nanoTime();
                dispatcher.nudge();
                while (!depot.carrier.asked().contains(id)) {
                    assertThat(System.nanoTime() - start).isLessThan(Eventually.PATIENCE.toNanos());
                    Thread.onSpinWait();
                }
                nanos[i] = System.nanoTime() - start;
                Eventually.holds("it is settled", () -> depot.status(id) == MessageStatus.ACCEPTED);
            }
            Arrays.sort(nanos);
            assertThat(Duration.ofNanos(nanos[50])).isLessThan(Duration.ofMillis(30));
        }
    }

    @Test
    @DisplayName("a lane that keeps a pace is asked again as soon as it may give more, not only at the next poll")
    void paced() {
        depot.texts(30, depot.line);
        try (SmsDispatcher dispatcher = depot.dispatcher(SendingSettings.builder()
                .pace(Lane.Kind.NUMBER, Pace.perSecond(50))
                .pollInterval(Duration.ofMinutes(1))
                .build())) {
            dispatcher.start();
            Eventually.holds("all has left", () -> {
                depot.clock.advance(Duration.ofMillis(50));
                return depot.tally().equals(Map.of(MessageStatus.ACCEPTED, 30));
            });
        }
        assertThat(depot.faults.calls("claim")).as("claims").isLessThan(60);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("are daemon threads with a name, virtual where that is allowed and the JVM has them")
    void threads(boolean virtual) {
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        depot.carrier.answers(sms -> {
            threads.add(Thread.currentThread());
            return Carrier.takes(sms);
        });
        MessageId text = depot.text(depot.line);
        try (SmsDispatcher dispatcher = depot.dispatcher(
                SendingSettings.builder().virtualThreads(virtual).build())) {
            dispatcher.start();
            Eventually.holds("it has left", () -> depot.status(text) == MessageStatus.ACCEPTED);
        }
        boolean expected = virtual && Runtime.version().feature() >= 21;
        assertThat(threads).singleElement().satisfies(thread -> {
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).startsWith("sms-send-");
            assertThat(thread.getClass().getSimpleName().contains("Virtual")).isEqualTo(expected);
        });
    }

    @Test
    @DisplayName("none is lost when the books break after an attempt, as often as there are hands")
    void brokenFinish() {
        AtomicInteger broken = new AtomicInteger();
        depot.texts(16, depot.line);
        Parts parts = new Parts(depot.parts(SendingSettings.defaults()), few -> {
            if (broken.incrementAndGet() <= 8) {
                throw new OutOfMemoryError("on purpose");
            }
        });
        parts.hands.offer(parts.claiming.claim(16, 0), 16, 0);
        Eventually.holds("all has left", () -> depot.tally().equals(Map.of(MessageStatus.ACCEPTED, 16)));
        Eventually.holds("each was an end", () -> broken.get() == 16);
        assertThat(parts.hands.stop()).isEmpty();
    }

    @Test
    @DisplayName("the only one is not lost when the clock breaks while it looks for its next text, eight times")
    void brokenClock() {
        AtomicBoolean breaks = new AtomicBoolean();
        AtomicInteger broken = new AtomicInteger();
        depot.texts(10, depot.line);
        SendingParts sound =
                depot.parts(SendingSettings.builder().concurrency(1).build());
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return sound.clock().getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return sound.clock().withZone(zone);
            }

            @Override
            public Instant instant() {
                if (Thread.currentThread().getName().startsWith("sms-send") && breaks.getAndSet(false)) {
                    broken.incrementAndGet();
                    throw new IllegalStateException("the clock is broken, on purpose");
                }
                return sound.clock().instant();
            }
        };
        AtomicInteger ends = new AtomicInteger();
        Parts parts = new Parts(
                new SendingParts(
                        sound.store(),
                        sound.providers(),
                        sound.settings(),
                        sound.zones(),
                        sound.prices(),
                        sound.rules(),
                        clock,
                        sound.random(),
                        sound.events(),
                        sound.evidence()),
                few -> breaks.set(ends.incrementAndGet() <= 8));
        parts.hands.offer(parts.claiming.claim(10, 0), 10, 0);
        Eventually.holds("all has left", () -> {
            parts.hands.go();
            return depot.tally().equals(Map.of(MessageStatus.ACCEPTED, 10));
        });
        assertThat(broken).hasValue(8);
        assertThat(parts.hands.stop()).isEmpty();
    }

    private static final class Parts {
        final Claiming claiming;
        final Hands hands;

        Parts(SendingParts parts, Consumer<Boolean> finished) {
            Traffic traffic = new Traffic(parts);
            claiming = new Claiming(parts, traffic);
            Results results = new Results(8, parts.settings().sendingTimeout());
            hands = new Hands(parts.settings(), new Attempt(parts, traffic, claiming, results), traffic, finished);
        }
    }
}
