package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Pace;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.store.LaneStore.LaneState;
import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A lane that is refused")
class LanesTest {
    private final Depot depot = new Depot();
    private final SmsDispatcher dispatcher = depot.dispatcher(SendingSettings.defaults());

    @Test
    @DisplayName(
            "F-P14 401 for two minutes with 500 queued: the other account goes on, nothing fails, all go afterwards")
    void wrongKey() {
        Instant mended = depot.clock.instant().plusSeconds(120);
        depot.carrier.answers(sms -> depot.clock.instant().isBefore(mended)
                ? Carrier.later(FailureReason.ACCOUNT, SendOutcome.Lane.ACCOUNT, null)
                : Carrier.takes(sms));
        depot.texts(500, depot.line);
        List<MessageId> others = depot.texts(20, depot.otherLine);

        dispatcher.runOnce();
        assertThat(others).allSatisfy(id -> assertThat(depot.status(id)).isEqualTo(MessageStatus.ACCEPTED));
        assertThat(depot.store.lanes().troubled(depot.clock.instant()))
                .extracting(LaneState::lane, LaneState::reason)
                .containsExactly(tuple(Lane.of(depot.account), FailureReason.ACCOUNT));

        int refused = depot.carrier.asked().size();
        assertThat(refused).isEqualTo(1);
        for (int second = 0; second < 500; second++) {
            depot.clock.advance(Duration.ofSeconds(1));
            dispatcher.runOnce();
        }
        assertThat(depot.tally()).containsExactly(Map.entry(MessageStatus.ACCEPTED, 520));
        assertThat(depot.carrier.asked().size() - 500).as("tries in vain").isBetween(2, 12);
    }

    @Test
    @DisplayName("F-P13 429 for one number: it waits, its profile's other number goes on")
    void oneNumber() {
        depot.carrier.answers(sms -> sms.from().equals(depot.line.number())
                ? Carrier.later(FailureReason.RATE_LIMITED, SendOutcome.Lane.NUMBER, Duration.ofSeconds(40))
                : Carrier.takes(sms));
        List<MessageId> waiting = depot.texts(30, depot.line);
        List<MessageId> going = depot.texts(30, depot.secondLine);
        dispatcher.runOnce();
        assertThat(going).allSatisfy(id -> assertThat(depot.status(id)).isEqualTo(MessageStatus.ACCEPTED));
        assertThat(depot.carrier.asked().stream().filter(waiting::contains)).hasSize(1);

        depot.carrier.answers(Carrier::takes);
        depot.clock.advance(Duration.ofSeconds(39));
        dispatcher.runOnce();
        assertThat(depot.carrier.asked().stream().filter(waiting::contains)).hasSize(1);
        depot.clock.advance(Duration.ofSeconds(3));
        dispatcher.runOnce();
        assertThat(depot.tally()).containsExactly(Map.entry(MessageStatus.ACCEPTED, 60));
    }

    @Test
    @DisplayName("F-P13 what the carrier asks is kept between a second and a quarter of an hour")
    void clamped() {
        assertThat(waits(Duration.ZERO)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(new LanesTest().waits(Duration.ofHours(5)))
                .isBetween(Duration.ofMinutes(15), Duration.ofSeconds(901));
    }

    private Duration waits(Duration asked) {
        depot.carrier.answers(sms -> Carrier.later(FailureReason.RATE_LIMITED, SendOutcome.Lane.ACCOUNT, asked));
        depot.text(depot.line);
        dispatcher.runOnce();
        LaneState state = depot.store.lanes().troubled(depot.clock.instant()).get(0);
        return Duration.between(depot.clock.instant(), state.closedUntil());
    }

    @Test
    @DisplayName("F-P13 429 without a wait: ever longer, at most five minutes, and from the start after an answer")
    void grows() {
        AtomicBoolean mended = new AtomicBoolean();
        depot.carrier.answers(sms -> mended.get()
                ? Carrier.takes(sms)
                : Carrier.later(FailureReason.RATE_LIMITED, SendOutcome.Lane.ACCOUNT, null));
        depot.texts(3, depot.line);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            dispatcher.runOnce();
            Instant until =
                    depot.store.lanes().troubled(depot.clock.instant()).get(0).closedUntil();
            waits.add(Duration.between(depot.clock.instant(), until));
            depot.clock.set(until);
        }
        assertThat(waits.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5)));
        assertThat(waits.subList(10, 30)).anySatisfy(wait -> assertThat(wait).isGreaterThan(Duration.ofMinutes(1)));

        mended.set(true);
        depot.clock.advance(Duration.ofMinutes(6));
        dispatcher.runOnce();
        mended.set(false);
        assertThat(waits(Duration.ZERO)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    @DisplayName(
            "F-P13 1,000 messages to a carrier that takes 50 a second: none lost, none doubled, 2 % refused at most")
    void limit() {
        int[] taken = new int[1];
        depot.carrier.answers(sms -> ++taken[0] <= 50
                ? Carrier.takes(sms)
                : Carrier.later(FailureReason.RATE_LIMITED, SendOutcome.Lane.ACCOUNT, Duration.ofSeconds(1)));
        depot.texts(1_000, depot.line);
        for (int second = 0; second < 120; second++) {
            taken[0] = 0;
            dispatcher.runOnce();
            depot.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(depot.tally()).containsExactly(Map.entry(MessageStatus.ACCEPTED, 1_000));
        assertThat(depot.carrier.asked().size()).isLessThanOrEqualTo(1_020);
    }

    @Test
    @DisplayName("F-P13 with the account's pace set a little below what the carrier takes, none of 1,000 is refused")
    void pace() {
        int[] taken = new int[1];
        depot.carrier.answers(sms -> ++taken[0] <= 50
                ? Carrier.takes(sms)
                : Carrier.later(FailureReason.RATE_LIMITED, SendOutcome.Lane.ACCOUNT, Duration.ofSeconds(1)));
        depot.texts(1_000, depot.line);
        SmsDispatcher paced = depot.dispatcher(SendingSettings.builder()
                .pace(Lane.Kind.ACCOUNT, Pace.perSecond(45))
                .build());
        for (int look = 0; look < 24 * 20; look++) {
            taken[0] = look % 20 == 0 ? 0 : taken[0];
            paced.runOnce();
            depot.clock.advance(Duration.ofMillis(50));
        }
        assertThat(depot.tally()).containsExactly(Map.entry(MessageStatus.ACCEPTED, 1_000));
        assertThat(depot.carrier.asked()).hasSize(1_000);
    }

    @Test
    @DisplayName("a refusal of one message alone holds up no other, and its own waits grow only by its own")
    void messageOnly() {
        MessageId poor = depot.text(depot.line);
        depot.carrier.answers(sms -> sms.id().equals(poor)
                ? Carrier.later(FailureReason.CARRIER, SendOutcome.Lane.MESSAGE, null)
                : Carrier.takes(sms));
        List<MessageId> others = depot.texts(20, depot.line);
        dispatcher.runOnce();
        assertThat(others).allSatisfy(id -> assertThat(depot.status(id)).isEqualTo(MessageStatus.ACCEPTED));
        assertThat(depot.store.lanes().troubled(depot.clock.instant())).isEmpty();
        depot.carrier.answers(Carrier::takes);
        depot.clock.advance(Duration.ofSeconds(3));
        dispatcher.runOnce();
        assertThat(depot.status(poor)).isEqualTo(MessageStatus.ACCEPTED);
    }

    @Test
    @DisplayName("gives back at once what was claimed ahead of it, and what it had in hand is one failure, not many")
    void claimedAhead() {
        CountDownLatch refuse = new CountDownLatch(1);
        depot.carrier.answers(sms -> {
            await(refuse);
            return Carrier.later(FailureReason.ACCOUNT, SendOutcome.Lane.ACCOUNT, null);
        });
        depot.texts(40, depot.line);
        try (SmsDispatcher background = depot.dispatcher(SendingSettings.builder()
                .concurrency(4)
                .pollInterval(Duration.ofMillis(20))
                .build())) {
            background.start();
            Eventually.holds("all hands are busy", () -> depot.carrier.inHand() == 4);
            refuse.countDown();
            Eventually.holds("they are given back", () -> depot.faults.calls("release") > 0);
            Eventually.holds("the refused wait", () -> depot.carrier.inHand() == 0);
            Eventually.holds("it is free for the other", () -> {
                MessageId other = depot.text(depot.otherLine);
                background.nudge();
                return Eventually.value("it leaves", () -> depot.status(other), MessageStatus.ACCEPTED::equals)
                        == MessageStatus.ACCEPTED;
            });
            assertThat(depot.carrier.asked()).hasSize(4);
            assertThat(depot.store.lanes().troubled(depot.clock.instant()))
                    .singleElement()
                    .satisfies(state -> assertThat(Duration.between(depot.clock.instant(), state.closedUntil()))
                            .isLessThan(Duration.ofSeconds(3)));
        }
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError("an attempt was interrupted", interrupted);
        }
    }
}
