package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.Verdict;
import io.smsmessenger.model.Verdict.QuietTime;
import io.smsmessenger.sending.QuietHours;
import io.smsmessenger.sending.SendingSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From 9 in the evening to 8 in the morning where the recipient is, for single texts as well. */
@DisplayName("In the recipient's quiet hours")
class QuietHoursTest {
    private static final Draft HELLO = Draft.to(Flow.MARIA, "Hello");

    private final Flow flow = flow(QuietHours.Mode.DEFER, true);

    @ParameterizedTest(name = "at {0} until {1}")
    @CsvSource({
        // In New York the clock goes from 02:00 to 03:00 on 8 March, and from 02:00 back to 01:00 on 1 November.
        "2026-03-07T03:00:00Z, 2026-03-07T13:00:00Z",
        "2026-03-08T02:00:00Z, 2026-03-08T12:00:00Z",
        "2026-03-08T11:59:59.999999Z, 2026-03-08T12:00:00Z",
        "2026-11-01T01:00:00Z, 2026-11-01T13:00:00Z",
        "2026-11-01T05:30:00Z, 2026-11-01T13:00:00Z",
        "2026-11-01T12:59:59.999999Z, 2026-11-01T13:00:00Z",
    })
    @DisplayName("a text waits until they are over, to the microsecond, also where clocks are put forward or back")
    void deferred(Instant now, Instant end) {
        flow.clock.set(now);
        Message message = flow.alice.send(HELLO);
        assertThat(message.status()).isEqualTo(MessageStatus.SCHEDULED);
        assertThat(message.sendAt()).isEqualTo(end);
        flow.clock.set(end.minusNanos(1000));
        flow.dispatch();
        assertThat(flow.carrier.sent()).isEmpty();
        flow.clock.set(end);
        flow.dispatch();
        assertThat(flow.carrier.sent()).hasSize(1);
    }

    @Test
    @DisplayName("a text lives from when they are over, and is valid no longer than it said")
    void life() {
        flow.clock.set(Instant.parse("2026-03-08T02:00:00Z"));
        Instant end = Instant.parse("2026-03-08T12:00:00Z");
        assertThat(flow.alice.check(HELLO)).satisfies(verdict -> {
            assertThat(verdict.quietHours()).isEqualTo(new QuietTime(end, true));
            assertThat(verdict.leavesAt()).isEqualTo(end);
            assertThat(verdict.expiresAt()).isEqualTo(end.plus(Draft.DEFAULT_TIME_TO_LIVE));
        });
        assertThat(flow.alice.check(HELLO.validUntil(end.plusSeconds(1))).expiresAt())
                .isEqualTo(end.plusSeconds(1));
        assertProblem(flow, Problem.INVALID_TIME, HELLO.validUntil(end));
    }

    @Test
    @DisplayName("a text that is scheduled into them waits as well, and is the same when it is handed over again")
    void scheduled() {
        Draft night = HELLO.sendAt(
                Instant.parse("2026-06-02T01:30:00Z")
                        .atZone(ZoneId.of("America/Chicago"))
                        .toLocalDateTime(),
                ZoneId.of("America/Chicago"));
        Message message = flow.alice.send(night);
        assertThat(message.sendAt()).isEqualTo("2026-06-02T12:00:00Z");
        assertThat(message.sendZone()).isEqualTo(ZoneId.of("America/Chicago"));
        flow.clock.set(Instant.parse("2026-06-02T01:00:00Z"));
        assertThat(flow.alice.send(night).id()).isEqualTo(message.id());
    }

    @ParameterizedTest(name = "{0}: until {1}")
    @CsvSource({
        // In summer: Hawaii at −10, Alaska at −8 and its islands at −9, Arizona at −7 and its Navajo at −6.
        "+18085550123, 2026-07-15T18:00:00Z, true",
        "+19075550123, 2026-07-15T17:00:00Z, true",
        "+16025550123, 2026-07-15T15:00:00Z, true",
        "+19285550123, 2026-07-15T15:00:00Z, true",
        "+18005550123, 2026-07-15T18:00:00Z, false",
    })
    @DisplayName("it is quiet where any of the number's zones is; a number of no place gets the narrowest window")
    void zones(String number, Instant end, boolean known) {
        flow.clock.set(Instant.parse("2026-07-15T09:00:00Z"));
        Verdict verdict = flow.alice.check(Draft.to(PhoneNumber.of(number), "Hello"));
        assertThat(verdict.quietHours()).isEqualTo(new QuietTime(end, known));
    }

    @Test
    @DisplayName("evening comes first where the zone farthest east is: by the Navajo's clock in Arizona")
    void evening() {
        flow.clock.set(Instant.parse("2026-07-16T03:30:00Z"));
        assertThat(flow.alice
                        .check(Draft.to(PhoneNumber.of("+16025550123"), "x"))
                        .quietHours())
                .isNull();
        assertThat(flow.alice
                        .check(Draft.to(PhoneNumber.of("+19285550123"), "x"))
                        .quietHours())
                .isEqualTo(new QuietTime(Instant.parse("2026-07-16T15:00:00Z"), true));
    }

    @Test
    @DisplayName("a host that refuses then says from when it may go, and keeps nothing")
    void refused() {
        Flow strict = flow(QuietHours.Mode.REFUSE, true);
        strict.clock.set(Instant.parse("2026-03-08T02:00:00Z"));
        assertThatThrownBy(() -> strict.alice.send(HELLO))
                .isInstanceOfSatisfying(
                        SmsException.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(Problem.QUIET_HOURS))
                .hasMessageContaining("2026-03-08T12:00:00Z");
        assertThat(strict.alice.conversations().list(Flow.PAGE).items()).isEmpty();
        assertThat(strict.alice
                        .send(HELLO.sendAt(Instant.parse("2026-03-08T12:00:00Z")))
                        .status())
                .isEqualTo(MessageStatus.SCHEDULED);
    }

    @Test
    @DisplayName("single texts are free unless the host says otherwise")
    void oneToOne() {
        Flow free = flow(QuietHours.Mode.REFUSE, false);
        free.clock.set(Instant.parse("2026-03-08T02:00:00Z"));
        assertThat(free.alice.check(HELLO).quietHours()).isNull();
        assertThat(free.alice.send(HELLO).status()).isEqualTo(MessageStatus.QUEUED);
    }

    @Test
    @DisplayName("a host that knows better where somebody is says so")
    void hostKnows() {
        Flow knowing = new Flow(as -> as.sending(settings(QuietHours.Mode.DEFER, true))
                .recipientZones(recipient -> Set.of(ZoneId.of("Asia/Tokyo"))));
        knowing.clock.set(Instant.parse("2026-03-08T02:00:00Z"));
        assertThat(knowing.alice.check(HELLO).quietHours()).isNull();
    }

    @Test
    @DisplayName("a lane that opens again in the night does not make it day")
    void heldIntoTheNight() {
        flow.clock.set(Instant.parse("2026-03-08T01:30:00Z"));
        flow.store
                .lanes()
                .pause(Lane.of(flow.line.id()), Instant.parse("2026-03-08T03:00:00Z"), FailureReason.RATE_LIMITED);
        Verdict verdict = flow.alice.check(HELLO.timeToLive(Duration.ofDays(1)));
        assertThat(verdict.quietHours()).as("it falls into none by itself").isNull();
        assertThat(Objects.requireNonNull(verdict.leavesAt())).isEqualTo("2026-03-08T12:00:00Z");
    }

    private static Flow flow(QuietHours.Mode mode, boolean oneToOne) {
        return new Flow(as -> as.sending(settings(mode, oneToOne)));
    }

    private static SendingSettings settings(QuietHours.Mode mode, boolean oneToOne) {
        QuietHours us = QuietHours.unitedStates();
        return SendingSettings.builder()
                .quietHours(new QuietHours(us.from(), us.to(), mode, oneToOne, us.unknownZones()))
                .build();
    }

    private static void assertProblem(Flow flow, Problem problem, Draft draft) {
        assertThatThrownBy(() -> flow.alice.send(draft))
                .isInstanceOfSatisfying(
                        SmsException.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(problem));
    }
}
