package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Keyword;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.ShortCode;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.receiving.ReceivingSettings;
import io.smsmessenger.testing.FakeProvider;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Sending")
class SendingTest {
    private final Flow flow = new Flow();

    @Test
    @DisplayName("a text is kept, handed over once with its reference planted, and accepted")
    void accepted() {
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Yes, come any time before 6."));
        assertThat(message.status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(flow.carrier.sent()).isEmpty();

        flow.dispatch();
        flow.dispatch();

        assertThat(flow.carrier.sent()).singleElement().satisfies(sms -> {
            assertThat(sms.id()).isEqualTo(message.id());
            assertThat(sms.from()).isEqualTo(Flow.LINE);
            assertThat(sms.to()).isEqualTo(Flow.MARIA);
            assertThat(sms.providerProfileId()).isEqualTo("carrier-profile-a");
            assertThat(sms.reference()).hasSizeGreaterThanOrEqualTo(22);
            assertThat(sms.statusUrl())
                    .isEqualTo(URI.create("https://host.example/webhooks/telnyx?ref=" + sms.reference()));
        });
        Message now = flow.alice.messages().get(message.id());
        assertThat(now.status()).isEqualTo(MessageStatus.ACCEPTED);
        assertThat(now.providerId()).isEqualTo(FakeProvider.id(1));
        assertThat(flow.alice.conversations().get(message.conversationId()).preview())
                .isEqualTo("Yes, come any time before 6.");
        assertThat(flow.heard)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("MessageQueued", "MessageStatusChanged", "MessageStatusChanged");
    }

    @Test
    @DisplayName("the same draft again is the same message; the same key with other words is refused")
    void sameDraftTwice() {
        Draft draft = Draft.to(Flow.MARIA, "Only once").clientKey("order-17");
        Message first = flow.alice.send(draft);
        flow.dispatch();
        assertThat(flow.alice.send(draft).id()).isEqualTo(first.id());
        assertProblem(
                Problem.CLIENT_KEY_REUSED, Draft.to(Flow.MARIA, "Other words").clientKey("order-17"));

        assertThat(flow.bob
                        .send(Draft.to(Flow.MARIA, "Mine").clientKey("order-17"))
                        .id())
                .as("another user's key is another key")
                .isNotEqualTo(first.id());
        flow.dispatch();
        assertThat(flow.carrier.sent()).hasSize(2);
    }

    @Test
    @DisplayName("the same draft answers with the first message even when it could not be sent any more")
    void sameDraftAfterStop() {
        Draft draft = Draft.to(Flow.MARIA, "Only once");
        Message first = flow.alice.send(draft);
        flow.texts(Flow.MARIA, Flow.LINE, "STOP");
        assertThat(flow.alice.send(draft).id()).isEqualTo(first.id());
        flow.dispatch();
        assertProblem(Problem.RECIPIENT_OPTED_OUT, Draft.to(Flow.MARIA, "Only once"));
    }

    @Test
    @DisplayName("what was certainly not sent goes again later, after as long as the carrier asks")
    void notSent() {
        flow.carrier.answers(new SendOutcome.NotSent(
                Failure.of(FailureReason.RATE_LIMITED), SendOutcome.Lane.ACCOUNT, Duration.ofSeconds(30)));
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Hello"));
        flow.dispatch();
        assertThat(flow.carrier.sent()).hasSize(1);

        flow.clock.advance(Duration.ofSeconds(29));
        flow.dispatch();
        assertThat(flow.carrier.sent()).as("not yet").hasSize(1);

        flow.clock.advance(Duration.ofSeconds(3));
        flow.dispatch();
        assertThat(flow.carrier.sent()).hasSize(2);
        assertThat(flow.alice.messages().get(message.id()).status()).isEqualTo(MessageStatus.ACCEPTED);
    }

    @Test
    @DisplayName("an outcome that nobody knows is never sent again, and is settled by the planted reference")
    void unknown() {
        flow.carrier.answers(new SendOutcome.Unknown(Failure.of(FailureReason.OTHER)));
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Hello"));
        flow.dispatch();
        flow.clock.advance(Duration.ofHours(2));
        flow.dispatch();
        assertThat(flow.carrier.sent()).hasSize(1);
        assertThat(flow.alice.messages().get(message.id()).status()).isEqualTo(MessageStatus.UNKNOWN);

        String reference = flow.carrier.sent().get(0).reference();
        flow.receipt(FakeProvider.id(77), reference, MessageStatus.DELIVERED);
        Message settled = flow.alice.messages().get(message.id());
        assertThat(settled.status()).isEqualTo(MessageStatus.DELIVERED);
        assertThat(settled.providerId()).isEqualTo(FakeProvider.id(77));
    }

    @Test
    @DisplayName("a refusal ends the message with the carrier's reason and words")
    void rejected() {
        Failure landline = new Failure(FailureReason.NOT_ROUTABLE, "40001", "Not routable");
        flow.carrier.answers(new SendOutcome.Rejected(landline));
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Hello"));
        flow.dispatch();
        assertThat(flow.alice.messages().get(message.id()))
                .returns(MessageStatus.FAILED, Message::status)
                .returns(landline, Message::failure);
        assertThat(flow.alice.messages().history(message.id()))
                .last()
                .returns(MessageStatus.FAILED, MessageEvent::status)
                .returns(landline, MessageEvent::failure);
    }

    @Test
    @DisplayName("a block that the carrier knew of first is ours from then on")
    void blockedByCarrier() {
        flow.carrier.answers(new SendOutcome.Rejected(Failure.of(FailureReason.OPTED_OUT)));
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Hello"));
        flow.dispatch();
        assertThat(flow.alice.messages().get(message.id()).status()).isEqualTo(MessageStatus.BLOCKED);
        assertProblem(Problem.RECIPIENT_OPTED_OUT, Draft.to(Flow.MARIA, "Once more"));
        assertThat(flow.heard)
                .last()
                .isEqualTo(new SmsEvent.OptOutChanged(
                        flow.alice.owner(),
                        flow.clock.instant(),
                        ConsentScope.of(flow.profile.id()),
                        Flow.MARIA,
                        true));
    }

    @Test
    @DisplayName("a STOP between the send and the gate blocks the message")
    void stopBeforeGate() {
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Hello"));
        flow.texts(Flow.MARIA, Flow.LINE, "Stop.", Keyword.STOP);
        flow.dispatch();
        assertThat(flow.carrier.sent()).isEmpty();
        assertThat(flow.alice.messages().get(message.id()).status()).isEqualTo(MessageStatus.BLOCKED);
    }

    @Test
    @DisplayName("a STOP to a number that was on no profile holds when it is on one again")
    void stopWithoutProfile() {
        flow.alice.numbers().takeOffProfile(flow.line.id());
        flow.texts(Flow.MARIA, Flow.LINE, "STOP");
        flow.alice.numbers().putOnProfile(flow.line.id(), flow.profile.id());
        assertProblem(Problem.RECIPIENT_OPTED_OUT, Draft.to(Flow.MARIA, "Hello"));
    }

    @Test
    @DisplayName("a STOP is looked for as far as it is set to reach")
    void widerStop() {
        SmsMessenger wide = SmsMessenger.builder()
                .store(flow.store)
                .provider(flow.carrier)
                .clock(flow.clock)
                .receiving(new ReceivingSettings(ConsentScope.Kind.OWNER))
                .build();
        var other = wide.operator().addProfile(flow.alice.owner(), "carrier-profile-c", "Sales");
        wide.operator().assign(Flow.SECOND_LINE, flow.alice.owner(), other.id());
        wide.webhooks().receive(flow.carrier.webhook(Flow.inbound("wide", Flow.MARIA, Flow.LINE, "STOP")));
        assertThat(wide.forUser(flow.alice.owner())
                        .check(Draft.to(Flow.MARIA, "x").from(Flow.SECOND_LINE))
                        .refusals())
                .extracting(refusal -> refusal.problem())
                .containsExactly(Problem.RECIPIENT_OPTED_OUT);
    }

    @Test
    @DisplayName("a message whose time ran out while it waited expires unsent")
    void expired() {
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Your code").timeToLive(Duration.ofMinutes(5)));
        flow.clock.advance(Duration.ofMinutes(6));
        flow.dispatch();
        assertThat(flow.carrier.sent()).isEmpty();
        assertThat(flow.alice.messages().get(message.id()).status()).isEqualTo(MessageStatus.EXPIRED);
    }

    @Test
    @DisplayName("a scheduled message leaves when its time has come, or is called back before")
    void scheduled() {
        Draft later = Draft.to(Flow.MARIA, "Later").sendAt(flow.clock.instant().plus(Duration.ofDays(30)));
        Message stays = flow.alice.send(later);
        Message goes = flow.alice.send(later.clientKey("another"));
        assertThat(stays.status()).isEqualTo(MessageStatus.SCHEDULED);
        assertThat(flow.alice.messages().cancel(stays.id()).status()).isEqualTo(MessageStatus.CANCELLED);
        flow.dispatch();
        assertThat(flow.carrier.sent()).isEmpty();

        flow.clock.advance(Duration.ofDays(30));
        flow.dispatch();
        assertThat(flow.carrier.sent()).singleElement().returns(goes.id(), sms -> sms.id());
        assertThatThrownBy(() -> flow.alice.messages().cancel(goes.id()))
                .isInstanceOfSatisfying(
                        SmsException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LATE));
    }

    @Test
    @DisplayName("no listener stands between the gate and the carrier")
    void gateThenCarrier() {
        List<Integer> sentWhenTold = new ArrayList<>();
        SmsMessenger watched = SmsMessenger.builder()
                .store(flow.store)
                .provider(flow.carrier)
                .clock(flow.clock)
                .listener((event, owner) -> sentWhenTold.add(flow.carrier.sent().size()))
                .build();
        flow.alice.send(Draft.to(Flow.MARIA, "Hello"));
        watched.dispatcher().runOnce();
        assertThat(sentWhenTold)
                .as("sent when told of the gate, and of the outcome")
                .containsExactly(1, 1);
    }

    @Test
    @DisplayName("a provider that throws leaves the outcome unknown, not lost")
    void throwingProvider() {
        flow.carrier.breaksNext();
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Hello"));
        flow.dispatch();
        assertThat(flow.alice.messages().get(message.id()).status()).isEqualTo(MessageStatus.UNKNOWN);
    }

    @Nested
    @DisplayName("is refused with its own reason, and nothing is kept or sent,")
    class Refusals {
        static Stream<Arguments> refusals() {
            return Stream.of(
                    Arguments.of(
                            Problem.NUMBER_NOT_AVAILABLE,
                            Draft.to(Flow.MARIA, "x").from(Flow.BOBS_LINE)),
                    Arguments.of(
                            Problem.NUMBER_NOT_AVAILABLE,
                            Draft.to(Flow.MARIA, "x").from(Flow.SECOND_LINE)),
                    Arguments.of(Problem.EMPTY_MESSAGE, Draft.to(Flow.MARIA, "  \n")),
                    Arguments.of(Problem.MESSAGE_TOO_LONG, Draft.to(Flow.MARIA, "x".repeat(1601))),
                    Arguments.of(Problem.RECIPIENT_NOT_ANSWERABLE, Draft.to(new ShortCode("72345"), "x")),
                    Arguments.of(
                            Problem.INVALID_MEDIA,
                            Draft.to(Flow.MARIA, "x").media(List.of(URI.create("file:///etc/passwd")))),
                    Arguments.of(
                            Problem.INVALID_CLIENT_KEY,
                            Draft.to(Flow.MARIA, "x").clientKey(" ")),
                    Arguments.of(Problem.INVALID_TIME, Draft.to(Flow.MARIA, "x").timeToLive(Duration.ofSeconds(-1))));
        }

        @ParameterizedTest
        @MethodSource("refusals")
        @DisplayName("for what the caller asked")
        void byDraft(Problem problem, Draft draft) {
            assertProblem(problem, draft);
        }

        @Test
        @DisplayName("from a number on no profile, and on a disabled one")
        void byProfile() {
            flow.alice.numbers().takeOffProfile(flow.line.id());
            assertProblem(Problem.NUMBER_WITHOUT_PROFILE, Draft.to(Flow.MARIA, "x"));
            flow.alice.numbers().putOnProfile(flow.line.id(), flow.profile.id());
            flow.alice.profiles().disable(flow.profile.id());
            assertProblem(Problem.PROFILE_DISABLED, Draft.to(Flow.MARIA, "x"));
        }

        @Test
        @DisplayName("from a number that was taken back")
        void released() {
            flow.messenger.operator().release(Flow.LINE);
            assertProblem(
                    Problem.NUMBER_NOT_AVAILABLE, Draft.to(Flow.MARIA, "x").from(Flow.LINE));
            assertProblem(Problem.NO_NUMBER, Draft.to(Flow.MARIA, "x"));
        }
    }

    @Test
    @DisplayName("a check says the same as a send, and keeps nothing")
    void check() {
        assertThat(flow.alice.check(Draft.to(Flow.MARIA, "Hello"))).satisfies(verdict -> {
            assertThat(verdict.allowed()).isTrue();
            assertThat(verdict.sender()).isNotNull();
            assertThat(verdict.segments().parts()).isEqualTo(1);
        });
        assertThat(flow.messenger
                        .forUser(UserId.of("nobody"))
                        .check(Draft.to(Flow.MARIA, ""))
                        .refusals())
                .extracting(refusal -> refusal.problem())
                .containsExactly(Problem.NO_NUMBER, Problem.EMPTY_MESSAGE);
        assertThat(flow.alice.conversations().list(Flow.PAGE).items()).isEmpty();
    }

    @Test
    @DisplayName("without a number asked for, it leaves from the one last used with this peer, else from the default")
    void choosesSender() {
        var second = flow.messenger.operator().assign(Flow.SECOND_LINE, flow.alice.owner(), flow.profile.id());
        assertThat(flow.alice.send(Draft.to(Flow.MARIA, "default")).numberId()).isEqualTo(flow.line.id());
        flow.dispatch();
        flow.clock.advance(Duration.ofMinutes(1));
        flow.texts(Flow.MARIA, Flow.SECOND_LINE, "hi there");
        assertThat(flow.alice.send(Draft.to(Flow.MARIA, "last used")).numberId())
                .isEqualTo(second.id());
    }

    private void assertProblem(Problem problem, Draft draft) {
        int before = flow.heard.size();
        int sent = flow.carrier.sent().size();
        long conversations = flow.alice.conversations().list(Flow.PAGE).items().size();
        assertThatThrownBy(() -> flow.alice.send(draft)).isInstanceOfSatisfying(SmsException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.getMessage()).isNotBlank().doesNotContain(Flow.MARIA.value());
        });
        flow.dispatch();
        assertThat(flow.carrier.sent()).hasSize(sent);
        assertThat(flow.heard).hasSize(before);
        assertThat(flow.alice.conversations().list(Flow.PAGE).items()).hasSize((int) conversations);
    }

    @Test
    @DisplayName("what the carrier billed replaces our estimate")
    void billing() {
        flow.carrier.answers(new SendOutcome.Accepted(FakeProvider.id(9), new Billing(null, 3, null)));
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Hello"));
        assertThat(message.billing().parts()).isEqualTo(1);
        flow.dispatch();
        assertThat(flow.alice.messages().get(message.id()).billing().parts()).isEqualTo(3);
    }
}
