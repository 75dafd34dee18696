package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.testing.Eventually;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("When something fails")
class FaultsTest {
    private static final SendingSettings QUICK =
            SendingSettings.builder().pollInterval(Duration.ofMillis(10)).build();

    private final Depot depot = new Depot();

    @Test
    @DisplayName("F-P19 the database is away with results in hand and comes back: all are recorded, none sent twice")
    void awayWithResults() {
        CountDownLatch answer = new CountDownLatch(1);
        depot.carrier.answers(sms -> {
            LanesTest.await(answer);
            return Carrier.takes(sms);
        });
        depot.texts(100, depot.line);
        try (SmsDispatcher dispatcher = depot.dispatcher(SendingSettings.builder()
                .concurrency(100)
                .pollInterval(Duration.ofMillis(10))
                .sendingTimeout(Duration.ofMillis(100))
                .build())) {
            dispatcher.start();
            Eventually.holds("all are in flight", () -> depot.carrier.inHand() == 100);
            depot.faults.away(true);
            answer.countDown();
            Eventually.holds("all have answered", () -> depot.carrier.inHand() == 0);
            // Each hand tries three times in its hundred milliseconds; all that comes later is tried without hands.
            Eventually.holds("the patience of every hand is over", () -> depot.faults.tried("settle") > 310);
            depot.clock.advance(Duration.ofSeconds(61));
            assertThat(depot.tally()).containsExactly(Map.entry(MessageStatus.SENDING, 100));
            depot.faults.away(false);
            Eventually.holds("all are recorded", () -> depot.tally().equals(Map.of(MessageStatus.ACCEPTED, 100)));
        }
        assertThat(depot.carrier.asked()).doesNotHaveDuplicates().hasSize(100);
    }

    @Test
    @DisplayName("F-P19 a stop while the database is away keeps trying as long as it may")
    void awayAtStop() {
        CountDownLatch answer = new CountDownLatch(1);
        depot.carrier.answers(sms -> {
            LanesTest.await(answer);
            return Carrier.takes(sms);
        });
        depot.texts(8, depot.line);
        SmsDispatcher dispatcher = depot.dispatcher(SendingSettings.builder()
                .pollInterval(Duration.ofMillis(10))
                .sendingTimeout(Duration.ofMillis(20))
                .build());
        dispatcher.start();
        Eventually.holds("all are in flight", () -> depot.carrier.inHand() == 8);
        depot.faults.away(true);
        answer.countDown();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(dispatcher::close);
        Eventually.holds("all have answered", () -> depot.carrier.inHand() == 0);
        assertThat(stop).isNotDone();
        depot.faults.away(false);
        Eventually.holds("it has stopped", stop::isDone);
        assertThat(depot.tally()).containsExactly(Map.entry(MessageStatus.ACCEPTED, 8));
    }

    @Test
    @DisplayName("a listener that hangs or throws at SENDING hears it after the carrier's answer is in the store")
    void hangingListener() {
        CountDownLatch hang = new CountDownLatch(1);
        CountDownLatch hears = new CountDownLatch(1);
        List<String> heard = new CopyOnWriteArrayList<>();
        MessageId text = depot.text(depot.line);
        depot.listener = event -> {
            if (event instanceof SmsEvent.MessageStatusChanged changed) {
                heard.add(changed.message().status() + " while " + depot.status(text));
                if (changed.message().status() == MessageStatus.SENDING) {
                    hears.countDown();
                    LanesTest.await(hang);
                    throw new IllegalStateException("on purpose");
                }
            }
        };
        try (SmsDispatcher dispatcher = depot.dispatcher(QUICK)) {
            dispatcher.start();
            LanesTest.await(hears);
            assertThat(depot.status(text)).isEqualTo(MessageStatus.ACCEPTED);
            assertThat(heard).containsExactly("SENDING while ACCEPTED");
            hang.countDown();
            Eventually.holds("it hears the answer, too", () -> heard.size() == 2);
        } finally {
            hang.countDown();
        }
        assertThat(heard).containsExactly("SENDING while ACCEPTED", "ACCEPTED while ACCEPTED");
    }

    @Test
    @DisplayName("a result that alone can never be recorded holds no hand, and is left to evidence")
    void poisonResult() {
        MessageId poison = depot.text(depot.line);
        depot.faults.before("settle", arguments -> {
            if (((Claim) arguments[0]).id().equals(poison)) {
                throw new IllegalStateException("never, on purpose");
            }
        });
        depot.texts(300, depot.line);
        try (SmsDispatcher dispatcher = depot.dispatcher(SendingSettings.builder()
                .concurrency(2)
                .pollInterval(Duration.ofMillis(10))
                .sendingTimeout(Duration.ofMillis(50))
                .build())) {
            dispatcher.start();
            Eventually.holds(
                    "the others have left", () -> depot.tally().getOrDefault(MessageStatus.ACCEPTED, 0) == 300);
            depot.clock.advance(Duration.ofSeconds(31));
            Eventually.holds("it is called unknown", () -> depot.status(poison) == MessageStatus.UNKNOWN);
            depot.faults.nothingBefore("settle");
        }
    }

    @Test
    @DisplayName(
            "F-P21 2 poison messages in 100 keep no other: what breaks the carrier is posted once and unknown, what breaks the gate is tried once a lease until it expires")
    void poison() {
        Set<Integer> atCarrier = Set.of(7, 107, 207);
        Set<Integer> atGate = Set.of(50, 150, 250);
        depot.carrier.answers(sms -> {
            if (atCarrier.contains(depot.numberOf(sms.id()))) {
                throw new NoSuchFieldError("poison, on purpose");
            }
            return Carrier.takes(sms);
        });
        AtomicInteger gates = new AtomicInteger();
        depot.faults.before("gate", arguments -> {
            if (atGate.contains(depot.numberOf(((Claim) arguments[0]).id()))) {
                gates.incrementAndGet();
                throw new IllegalStateException("poison, on purpose");
            }
        });
        depot.texts(300, depot.line);
        Duration lease = Duration.ofMinutes(50);
        try (SmsDispatcher dispatcher =
                depot.dispatcher(QUICK.toBuilder().lease(lease).build())) {
            dispatcher.start();
            Eventually.holds(
                    "the others have left", () -> depot.tally().getOrDefault(MessageStatus.ACCEPTED, 0) == 294);
            // The clock stood still, so no lease ran out: all went past the poison at once. Four more fit into four
            // hours.
            for (int leases = 1; leases <= 4; leases++) {
                int tries = 3 * leases;
                Eventually.holds("the gate was tried", () -> gates.get() == tries);
                depot.clock.advance(lease);
            }
            Eventually.holds("the gate was tried for the last time", () -> gates.get() == 15);
            depot.clock.advance(lease);
            Eventually.holds(
                    "the poison has ended",
                    () -> depot.tally()
                            .equals(Map.of(
                                    MessageStatus.ACCEPTED, 294, MessageStatus.UNKNOWN, 3, MessageStatus.EXPIRED, 3)));
        }
        assertThat(gates).hasValue(15);
        Map<MessageId, Long> calls =
                depot.carrier.asked().stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        assertThat(calls.values()).allMatch(count -> count == 1);
    }

    @Test
    @DisplayName("F-P21 a message that cannot be put into a request fails at once, unsent, and the others go")
    void unwritable() {
        depot.texts(3, depot.line);
        depot.reference = "no part of an address: ";
        MessageId poison = depot.text(depot.line);
        SmsDispatcher dispatcher = depot.dispatcher(SendingSettings.builder()
                .publicWebhookUrl(URI.create("https://host.example/webhooks/telnyx"))
                .build());
        dispatcher.runOnce();
        assertThat(depot.carrier.asked()).hasSize(3).doesNotContain(poison);
        assertThat(depot.message(poison).failure())
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.REQUEST));
        assertThat(depot.tally()).isEqualTo(Map.of(MessageStatus.ACCEPTED, 3, MessageStatus.FAILED, 1));
    }

    @Test
    @DisplayName("F-P22 1 % of all steps throw errors: dispatching goes on, and every message ends")
    void errors() {
        AtomicInteger steps = new AtomicInteger();
        Faults.Before sometimes = arguments -> {
            if (steps.incrementAndGet() % 100 == 0) {
                throw new OutOfMemoryError("on purpose");
            }
        };
        for (String method : Set.of("claim", "gate", "settle", "show", "release", "recover")) {
            depot.faults.before(method, sometimes);
        }
        depot.texts(1_000, depot.line);
        try (SmsDispatcher dispatcher = depot.dispatcher(SendingSettings.builder()
                .pollInterval(Duration.ofMillis(10))
                .lease(Duration.ofSeconds(5))
                .build())) {
            dispatcher.start();
            Eventually.holds("all have left", () -> {
                depot.clock.advance(Duration.ofSeconds(1));
                return depot.tally().equals(Map.of(MessageStatus.ACCEPTED, 1_000));
            });
        }
        assertThat(steps.get()).isGreaterThan(3_000);
        assertThat(depot.carrier.asked()).doesNotHaveDuplicates().hasSize(1_000);
    }

    @Test
    @DisplayName("F-P7 a process that stood still behind the gate sends nothing, and says that it did not")
    void stoodStill() {
        MessageId text = depot.text(depot.line);
        AtomicInteger gates = new AtomicInteger();
        depot.faults.before("gate", arguments -> {
            if (gates.incrementAndGet() == 1) {
                long end = System.nanoTime() + Duration.ofMillis(20).toNanos();
                while (System.nanoTime() < end) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        });
        SmsDispatcher dispatcher = depot.dispatcher(
                SendingSettings.builder().sendingTimeout(Duration.ofMillis(30)).build());
        dispatcher.runOnce();
        assertThat(depot.status(text)).isEqualTo(MessageStatus.ACCEPTED);
        assertThat(gates).hasValue(2);
        assertThat(depot.carrier.asked()).hasSize(1);
    }

    @Test
    @DisplayName("F-P17 what waited past its time is not sent late")
    void expired() {
        depot.add(depot.line, NewOutbound.Priority.ONE_TO_ONE, Duration.ofHours(4));
        depot.clock.advance(Duration.ofHours(5));
        depot.dispatcher(SendingSettings.defaults()).runOnce();
        assertThat(depot.carrier.asked()).isEmpty();
        assertThat(depot.tally()).containsExactly(Map.entry(MessageStatus.EXPIRED, 1));
        assertThat(depot.message(depot.all.get(0)).failure())
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.EXPIRED));
    }
}
