package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.TelnyxSimulator;
import io.smsmessenger.examples.simulator.carrier.Odds;
import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.examples.simulator.carrier.Timings;
import io.smsmessenger.examples.simulator.state.SendCount;
import io.smsmessenger.memory.InMemorySmsStore;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.UserId;
import io.smsmessenger.sending.Breaker;
import io.smsmessenger.sending.SendingSettings;
import io.smsmessenger.telnyx.TelnyxProvider;
import io.smsmessenger.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Over real HTTP: each of 200 sends loses its answer, half of them after the carrier took the message and half before,
 * by chance. No webhook ever arrives. What the carrier's journal says is the truth that all is held against.
 */
@DisplayName("Two hundred lost answers")
class LostAnswersTest {
    private static final int SENDS = 200;
    private static final PhoneNumber LINE = PhoneNumber.of("+13035550142");

    private final MutableClock clock = MutableClock.at("2026-03-01T10:00:00Z");
    private final TelnyxSimulator telnyx = TelnyxSimulator.builder()
            .clock(clock)
            .seed(11)
            .timings(Timings.fast().withStep(Duration.ZERO).withBackOff(Duration.ZERO))
            .start();
    private final TelnyxProvider provider = TelnyxProvider.builder()
            .apiKey(telnyx.apiKey())
            .publicKey(telnyx.publicKey())
            .clock(clock)
            .baseUrl(URI.create(telnyx.baseUrl()))
            .build();
    private final SmsMessenger messenger = SmsMessenger.builder()
            .store(new InMemorySmsStore())
            .provider(provider)
            .clock(clock)
            // Nothing listens there.
            .publicWebhookUrl(URI.create("http://127.0.0.1:1/webhooks?tenant=7"))
            .sending(SendingSettings.builder()
                    .breaker(new Breaker(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                    .build())
            .build();
    private final UserMessenger ann = messenger.forUser(UserId.of("ann"));

    LostAnswersTest() {
        String profile = telnyx.addProfile("Shop", null);
        telnyx.addNumber(LINE.value(), profile);
        messenger
                .operator()
                .assign(
                        LINE,
                        ann.owner(),
                        messenger
                                .operator()
                                .addProfile(ann.owner(), profile, "Shop")
                                .id());
    }

    @AfterEach
    void close() {
        messenger.close();
        provider.close();
        telnyx.close();
    }

    @Test
    @DisplayName(
            "are settled from the carrier's records: found where it has them, probably not sent where not, none twice")
    void settled() throws Exception {
        telnyx.network().odds(new Odds(500, SendFault.drop(true)), new Odds(500, SendFault.drop(false)));
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < SENDS; i++) {
            messages.add(ann.send(Draft.to(PhoneNumber.of("+1202555010" + i % 4), "Hello " + i)));
        }
        messenger.dispatcher().runOnce();
        assertThat(messages).extracting(this::status).containsOnly(MessageStatus.UNKNOWN);
        assertThat(telnyx.awaitIdle(Duration.ofSeconds(20))).isTrue();
        int taken = telnyx.messages().size();
        assertThat(taken).isBetween(SENDS / 4, SENDS * 3 / 4);

        messenger.dispatcher().runOnce();

        List<Message> found = messages.stream()
                .map(this::now)
                .filter(message -> message.status() != MessageStatus.UNKNOWN)
                .toList();
        assertThat(found).extracting(Message::status).containsOnly(MessageStatus.DELIVERED);
        assertThat(providerIds(found))
                .isEqualTo(telnyx.messages().stream().map(each -> each.id()).collect(Collectors.toSet()));

        for (int minute = 0; minute < 30; minute++) {
            clock.advance(Duration.ofMinutes(1));
            messenger.dispatcher().runOnce();
        }
        List<Message> lost = messages.stream()
                .map(this::now)
                .filter(message -> message.status() == MessageStatus.UNKNOWN)
                .toList();
        assertThat(lost)
                .hasSize(SENDS - taken)
                .allSatisfy(message -> assertThat(message.failure())
                        .isNotNull()
                        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.PROBABLY_NOT_SENT)));
        assertThat(telnyx.sendsBy("ref"))
                .hasSize(SENDS)
                .allSatisfy((reference, count) -> assertThat(count.posts()).isEqualTo(1));
        assertThat(telnyx.sendsBy("ref").values().stream().mapToInt(SendCount::accepted))
                .containsOnly(0, 1);
        assertThat(messenger.operator().unresolved(Flow.PAGE).items()).hasSize(Math.min(50, SENDS - taken));
    }

    private static Set<String> providerIds(List<Message> messages) {
        return messages.stream()
                .map(message -> Objects.requireNonNull(message.providerId()).value())
                .collect(Collectors.toSet());
    }

    private Message now(Message message) {
        return ann.messages().get(message.id());
    }

    private MessageStatus status(Message message) {
        return now(message).status();
    }
}
