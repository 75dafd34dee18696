package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Stopping")
class StopTest {
    private static final int RESTARTS = 50;

    private final Depot depot = new Depot();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("F-P20 50 restarts under load: 0 unknown, 0 lost, 0 double")
    void restarts(boolean virtual) {
        depot.carrier.answers(sms -> {
            LockSupport.parkNanos(500_000);
            return Carrier.takes(sms);
        });
        SmsDispatcher dispatcher = depot.dispatcher(SendingSettings.builder()
                .virtualThreads(virtual)
                .pollInterval(Duration.ofMillis(10))
                .build());
        for (int restart = 1; restart <= RESTARTS; restart++) {
            int enough = restart * 10;
            depot.texts(40, depot.line);
            dispatcher.start();
            Eventually.holds("it is under load", () -> depot.carrier.asked().size() >= enough);
            dispatcher.close();
            assertThat(depot.carrier.inHand()).isZero();
            assertThat(depot.tally()).doesNotContainKeys(MessageStatus.UNKNOWN, MessageStatus.SENDING);
        }
        dispatcher.start();
        Eventually.holds("all have left", () -> depot.tally().equals(Map.of(MessageStatus.ACCEPTED, RESTARTS * 40)));
        dispatcher.close();
        assertThat(depot.carrier.asked()).doesNotHaveDuplicates().hasSize(RESTARTS * 40);
    }

    @Test
    @DisplayName("gives back at once what is claimed, so that another node sends it, and waits for what is in flight")
    void givesBack() {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        depot.carrier.answers(sms -> {
            if (depot.numberOf(sms.id()) <= 2) {
                try {
                    answer.await();
                } catch (InterruptedException unwanted) {
                    interrupted.set(true);
                }
            }
            return Carrier.takes(sms);
        });
        depot.texts(4, depot.line);
        SmsDispatcher stopping =
                depot.dispatcher(SendingSettings.builder().concurrency(2).build());
        stopping.start();
        Eventually.holds("the hands are busy", () -> depot.carrier.inHand() == 2);
        Eventually.holds(
                "the others are claimed", () -> depot.memory.outbox().nextDue().isEmpty());
        CompletableFuture<Void> stop = CompletableFuture.runAsync(stopping::close);
        Eventually.holds(
                "they are given back", () -> depot.memory.outbox().nextDue().isPresent());

        assertThat(depot.dispatcher(SendingSettings.defaults()).runOnce()).isEqualTo(2);
        assertThat(stop).isNotDone();
        answer.countDown();
        Eventually.holds("it has stopped", stop::isDone);
        assertThat(interrupted).isFalse();
        assertThat(depot.tally()).containsExactly(Map.entry(MessageStatus.ACCEPTED, 4));
    }

    @Test
    @DisplayName("gives up waiting when its time is over, and what was in flight is recorded all the same")
    void tooLong() {
        CountDownLatch answer = new CountDownLatch(1);
        depot.carrier.answers(sms -> {
            LanesTest.await(answer);
            return Carrier.takes(sms);
        });
        MessageId slow = depot.text(depot.line);
        SmsDispatcher dispatcher = depot.dispatcher(
                SendingSettings.builder().stopTimeout(Duration.ofMillis(50)).build());
        dispatcher.start();
        Eventually.holds("it is in flight", () -> depot.carrier.inHand() == 1);
        dispatcher.close();
        assertThat(depot.status(slow)).isEqualTo(MessageStatus.SENDING);
        answer.countDown();
        Eventually.holds("it is recorded", () -> depot.status(slow) == MessageStatus.ACCEPTED);
        dispatcher.start();
        MessageId next = depot.text(depot.line);
        dispatcher.nudge();
        Eventually.holds("it works again", () -> depot.status(next) == MessageStatus.ACCEPTED);
        dispatcher.close();
    }

    @Test
    @DisplayName("F-O3 a node that was not started takes texts in and sends none; the one that was sends them all")
    void off() {
        SmsDispatcher web = depot.dispatcher(SendingSettings.defaults());
        MessageId text = depot.text(depot.line);
        web.nudge();
        assertThat(depot.faults.calls("claim")).isZero();
        try (SmsDispatcher worker = depot.dispatcher(SendingSettings.defaults())) {
            worker.start();
            Eventually.holds("it is sent", () -> depot.status(text) == MessageStatus.ACCEPTED);
        }
        web.close();
    }

    @Test
    @DisplayName("after it nothing is claimed, in the background or by a round of the host's")
    void closed() {
        SmsDispatcher dispatcher = depot.dispatcher(SendingSettings.defaults());
        dispatcher.close();
        depot.text(depot.line);
        assertThat(dispatcher.runOnce()).isZero();
        assertThat(depot.carrier.asked()).isEmpty();
    }
}
