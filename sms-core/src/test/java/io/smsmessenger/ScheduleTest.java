package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Change;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.sending.QuietHours;
import io.smsmessenger.sending.SendingSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A scheduled text")
class ScheduleTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Flow flow = new Flow();
    private final Instant noon = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    @DisplayName("leaves on its day, thousands of days ahead")
    void farAhead() {
        Instant day = flow.clock.instant().plus(Duration.ofDays(5000));
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Happy birthday").sendAt(day));
        assertThat(message.status()).isEqualTo(MessageStatus.SCHEDULED);
        flow.clock.set(day.minusNanos(1000));
        flow.dispatch();
        assertThat(flow.carrier.sent()).isEmpty();
        flow.clock.set(day);
        flow.dispatch();
        assertThat(flow.carrier.sent()).hasSize(1);
    }

    @Test
    @DisplayName("leaves by the clock of its zone and keeps that; an hour that is skipped comes after the skip")
    void zone() {
        Draft draft = Draft.to(Flow.MARIA, "Hello");
        assertThat(flow.alice.send(draft.sendAt(LocalDateTime.parse("2026-03-08T01:59"), NEW_YORK)))
                .satisfies(message -> {
                    assertThat(message.sendAt()).isEqualTo("2026-03-08T06:59:00Z");
                    assertThat(message.sendZone()).isEqualTo(NEW_YORK);
                });
        assertThat(flow.alice.send(
                        draft.clientKey("skipped").sendAt(LocalDateTime.parse("2026-03-08T02:30"), NEW_YORK)))
                .extracting(Message::sendAt)
                .isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
        assertThat(flow.alice.send(draft.clientKey("twice").sendAt(LocalDateTime.parse("2026-11-01T01:30"), NEW_YORK)))
                .extracting(Message::sendAt)
                .isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
    }

    @Test
    @DisplayName("expires when its life is over, counted from its time")
    void expires() {
        Message message =
                flow.alice.send(Draft.to(Flow.MARIA, "Hello").sendAt(noon).timeToLive(Duration.ofMinutes(10)));
        flow.clock.set(noon.plus(Duration.ofMinutes(10)));
        flow.dispatch();
        assertThat(flow.carrier.sent()).isEmpty();
        assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
    }

    @Nested
    @DisplayName("that is edited")
    class Edited {
        private final Draft draft =
                Draft.to(Flow.MARIA, "See you").sendAt(noon).validUntil(noon.plus(Duration.ofMinutes(10)));
        private final Message message = flow.alice.send(draft);

        @Test
        @DisplayName("says the new words at the old time, tells listeners, and is still what its draft made")
        void words() {
            Message edited = edit(Change.text("See you soon"));
            assertThat(edited.id()).isEqualTo(message.id());
            assertThat(edited.content().text()).isEqualTo("See you soon");
            assertThat(edited.sendAt()).isEqualTo(noon);
            assertThat(flow.heard.get(flow.heard.size() - 1))
                    .isInstanceOfSatisfying(
                            SmsEvent.MessageEdited.class,
                            event -> assertThat(event.message()).isEqualTo(edited));
            assertThat(flow.alice.send(draft).id()).isEqualTo(message.id());
            flow.clock.set(noon);
            flow.dispatch();
            assertThat(flow.carrier.sent())
                    .singleElement()
                    .satisfies(sms -> assertThat(sms.content()).isEqualTo(Content.text("See you soon")));
        }

        @Test
        @DisplayName("is valid no longer than before when its words alone change")
        void wordsKeepTheEnd() {
            edit(Change.text("See you soon"));
            flow.clock.set(noon.plus(Duration.ofMinutes(10)));
            flow.dispatch();
            assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
        }

        @Test
        @DisplayName("leaves at the new time, with a new life")
        void time() {
            Message edited = edit(Change.sendAt(LocalDateTime.parse("2026-03-03T07:00"), NEW_YORK));
            assertThat(edited.sendAt()).isEqualTo("2026-03-03T12:00:00Z");
            assertThat(edited.sendZone()).isEqualTo(NEW_YORK);
            flow.clock.set(Instant.parse("2026-03-03T15:59:59Z"));
            flow.dispatch();
            assertThat(flow.carrier.sent()).hasSize(1);
        }

        @Test
        @DisplayName("leaves at once if that is wanted")
        void now() {
            edit(Change.text("Now!").and(Change.sendNow()));
            flow.dispatch();
            assertThat(flow.carrier.sent())
                    .singleElement()
                    .satisfies(sms -> assertThat(sms.content().text()).isEqualTo("Now!"));
        }

        @Test
        @DisplayName("is judged like a draft, and stays as it was when it is refused")
        void judged() {
            assertProblem(Problem.EMPTY_MESSAGE, () -> edit(Change.text(" ")));
            assertProblem(Problem.MESSAGE_TOO_LONG, () -> edit(Change.text("x".repeat(1601))));
            assertProblem(
                    Problem.INVALID_TIME,
                    () -> edit(Change.sendAt(flow.clock.instant().minusSeconds(1))));
            assertProblem(
                    Problem.INVALID_TIME,
                    () -> edit(Change.departure(Change.Departure.at(noon).validUntil(noon))));
            flow.texts(Flow.MARIA, Flow.LINE, "STOP");
            assertProblem(Problem.RECIPIENT_OPTED_OUT, () -> edit(Change.text("Please come back")));
            assertThat(flow.alice.messages().get(message.id())).isEqualTo(message);
        }

        @Test
        @DisplayName("can be no more once it has left, was called back or came in")
        void tooLate() {
            Message cancelled = flow.alice.send(draft.clientKey("another"));
            flow.alice.messages().cancel(cancelled.id());
            assertTooLate(cancelled.id());
            flow.clock.set(noon);
            flow.dispatch();
            assertTooLate(message.id());
            flow.texts(Flow.MARIA, Flow.LINE, "Hi");
            assertTooLate(flow.alice
                    .messages()
                    .list(message.conversationId(), Flow.PAGE)
                    .items()
                    .get(0)
                    .id());
        }

        private void assertTooLate(MessageId id) {
            assertProblem(Problem.TOO_LATE, () -> flow.alice.messages().edit(id, Change.text("Too late")));
        }

        private Message edit(Change change) {
            return flow.alice.messages().edit(message.id(), change);
        }
    }

    @Test
    @DisplayName("that is moved into quiet hours waits for their end")
    void movedIntoTheNight() {
        QuietHours us = QuietHours.unitedStates();
        Flow quiet = new Flow(as -> as.sending(SendingSettings.builder()
                .quietHours(new QuietHours(us.from(), us.to(), QuietHours.Mode.DEFER, true, us.unknownZones()))
                .build()));
        Message message = quiet.alice.send(Draft.to(Flow.MARIA, "Hello").sendAt(Instant.parse("2026-03-02T15:00:00Z")));
        Message moved = quiet.alice.messages().edit(message.id(), Change.sendAt(Instant.parse("2026-03-03T04:00:00Z")));
        assertThat(moved.sendAt()).isEqualTo("2026-03-03T13:00:00Z");
        assertThat(moved.status()).isEqualTo(MessageStatus.SCHEDULED);
    }

    private MessageStatus status(Message message) {
        return flow.alice.messages().get(message.id()).status();
    }

    private static void assertProblem(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SmsException.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(problem));
    }
}
