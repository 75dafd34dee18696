package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Content;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A client key")
class ClientKeyTest {
    private static final Draft DRAFT = Draft.to(Flow.MARIA, "Hello").clientKey("order-17");

    private final Flow flow = new Flow();

    @Test
    @DisplayName("names the same message however late it comes again, and however long it may wait this time")
    void same() {
        Message first = flow.alice.send(DRAFT);
        flow.dispatch();
        flow.clock.advance(Duration.ofDays(400));
        assertThat(flow.alice.send(DRAFT).id()).isEqualTo(first.id());
        assertThat(flow.alice.send(DRAFT.timeToLive(Duration.ofMinutes(1))).id())
                .isEqualTo(first.id());
        assertThat(flow.alice
                        .send(DRAFT.validUntil(flow.clock.instant().plusSeconds(60)))
                        .id())
                .isEqualTo(first.id());
        assertThat(flow.bob.send(DRAFT).id()).as("another user's").isNotEqualTo(first.id());
    }

    static Stream<Draft> others() {
        return Stream.of(
                new Draft(
                        PhoneNumber.of("+12025550124"),
                        DRAFT.content(),
                        null,
                        DRAFT.clientKey(),
                        null,
                        null,
                        DRAFT.timeToLive(),
                        null,
                        Guarantee.AT_MOST_ONCE),
                Draft.to(Flow.MARIA, "Hello!").clientKey("order-17"),
                DRAFT.from(Flow.LINE),
                DRAFT.media(List.of(URI.create("https://host.example/cat.png"))),
                DRAFT.sendAt(new Flow().clock.instant().plusSeconds(60)),
                DRAFT.atLeastOnce());
    }

    @ParameterizedTest
    @MethodSource("others")
    @DisplayName("is refused for another recipient, text, number, picture, time or promise")
    void other(Draft draft) {
        flow.alice.send(DRAFT);
        assertThatThrownBy(() -> flow.alice.send(draft))
                .isInstanceOfSatisfying(
                        SmsException.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(Problem.CLIENT_KEY_REUSED));
    }

    @Test
    @DisplayName("makes one message of a hundred simultaneous calls, and all of them hear of it")
    void together() {
        List<Message> answers = IntStream.range(0, 100)
                .parallel()
                .mapToObj(call -> flow.alice.send(DRAFT))
                .toList();
        assertThat(answers).extracting(Message::id).containsOnly(answers.get(0).id());
        flow.dispatch();
        assertThat(flow.carrier.sent())
                .singleElement()
                .satisfies(sms -> assertThat(sms.content()).isEqualTo(Content.text("Hello")));
    }
}
