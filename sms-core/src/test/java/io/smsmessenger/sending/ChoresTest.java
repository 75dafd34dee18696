package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Chores")
class ChoresTest {
    private static final SendingSettings QUICK =
            SendingSettings.builder().pollInterval(Duration.ofMillis(10)).build();

    private final Depot depot = new Depot();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    @DisplayName("one that hangs or throws an error keeps neither another nor a message waiting")
    void isolated() {
        CountDownLatch hang = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Chore hanging = new Chore("hanging", Duration.ofMillis(10), () -> {
            begun.incrementAndGet();
            LanesTest.await(hang);
        });
        Chore broken = new Chore("broken", Duration.ofMillis(10), () -> {
            throw new NoClassDefFoundError("on purpose");
        });
        Chore sound = new Chore("sound", Duration.ofMillis(10), done::incrementAndGet);
        try (SmsDispatcher dispatcher = depot.dispatcher(QUICK, hanging, broken, sound)) {
            dispatcher.start();
            MessageId text = depot.text(depot.line);
            dispatcher.nudge();
            Eventually.holds("it is sent", () -> depot.status(text) == MessageStatus.ACCEPTED);
            Eventually.holds("the sound one is done again and again", () -> {
                depot.clock.advance(Duration.ofMillis(10));
                return done.get() > 5;
            });
            // A round of the host's on the same node leaves the one that is under way alone.
            dispatcher.runOnce();
            assertThat(begun).hasValue(1);
            hang.countDown();
        } finally {
            hang.countDown();
        }
    }

    @Test
    @DisplayName("each is done as often as it says by the clock, and not after the stop")
    void everySoOften() {
        Chore hourly = new Chore("hourly", Duration.ofHours(1), done::incrementAndGet);
        AtomicInteger often = new AtomicInteger();
        Chore frequent = new Chore("frequent", Duration.ofMillis(1), often::incrementAndGet);
        SmsDispatcher dispatcher = depot.dispatcher(QUICK, hourly, frequent);
        dispatcher.start();
        Eventually.holds("it is done at first", () -> done.get() == 1);
        int before = often.get();
        Eventually.holds("time passes", () -> {
            depot.clock.advance(Duration.ofMinutes(1));
            return often.get() > before + 5;
        });
        assertThat(done).hasValueLessThan(3);
        depot.clock.advance(Duration.ofHours(1));
        int then = done.get();
        Eventually.holds("it is done again", () -> done.get() > then);
        dispatcher.close();
        int last = often.get();
        depot.clock.advance(Duration.ofHours(2));
        dispatcher.close();
        assertThat(often).hasValue(last);
    }

    @Test
    @DisplayName("a round of the host's does each of them, however long ago it was done, before it claims")
    void inARound() {
        SmsDispatcher dispatcher =
                depot.dispatcher(QUICK, new Chore("hourly", Duration.ofHours(1), () -> depot.text(depot.line)));
        assertThat(dispatcher.runOnce()).isEqualTo(1);
        assertThat(dispatcher.runOnce()).isEqualTo(1);
        assertThat(depot.faults.calls("recover")).isEqualTo(2);
    }

    @Test
    @DisplayName("one that takes long is told to stop, and the stop does not wait for the rest of it")
    void toldToStop() {
        Chore endless = new Chore("endless", Duration.ofMillis(10), stopped -> {
            done.incrementAndGet();
            while (!stopped.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
        SmsDispatcher dispatcher = depot.dispatcher(QUICK, endless);
        dispatcher.start();
        Eventually.holds("it is under way", () -> done.get() == 1);
        long begun = System.nanoTime();
        dispatcher.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("looking for unknown messages ends with the one at hand when told to stop, and leaves the store alone")
    void lookToldToStop() {
        depot.carrier.answers(Carrier::loses);
        depot.texts(4, depot.line);
        depot.dispatcher(QUICK).runOnce();
        assertThat(depot.tally()).isEqualTo(Map.of(MessageStatus.UNKNOWN, 4));
        AtomicInteger asked = new AtomicInteger();
        new Reconciler(depot.parts(QUICK)).look(() -> asked.incrementAndGet() > 4);
        assertThat(depot.faults.calls("trace")).isEqualTo(1);
        assertThat(depot.faults.calls("conclude")).isEqualTo(1);
    }
}
