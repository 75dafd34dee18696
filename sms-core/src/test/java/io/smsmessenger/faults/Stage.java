package io.smsmessenger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.examples.simulator.TelnyxSimulator;
import io.smsmessenger.examples.simulator.carrier.Timings;
import io.smsmessenger.memory.InMemorySmsStore;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.UserId;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.sending.Breaker;
import io.smsmessenger.sending.SendingSettings;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.telnyx.TelnyxProvider;
import io.smsmessenger.testing.Eventually;
import io.smsmessenger.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A messenger and its carrier on one clock that a test moves, with real HTTP between them, webhooks included. What was
 * sent, the carrier's journal knows.
 */
final class Stage implements AutoCloseable {
    /**
     * One that never opens: the breaker is there to keep most messages away from a carrier that answers nothing we
     * understand, and these tests want each message to meet its own fault.
     */
    static final Breaker NO_BREAKER = new Breaker(1_000_000, Duration.ofSeconds(30), Duration.ofSeconds(5));

    /** As long as a message may live, so that none expires while a test makes it meet its fault again and again. */
    private static final Duration LIFE = Duration.ofDays(7);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final PhoneNumber LINE = PhoneNumber.of("+13035550142");

    final MutableClock clock = MutableClock.at("2026-03-01T10:00:00.730Z");
    final TelnyxSimulator telnyx = TelnyxSimulator.builder()
            .clock(clock)
            .seed(11)
            .timings(Timings.fast())
            .start();
    final WatchedProvider provider;
    private final SmsStore store = new InMemorySmsStore();
    private final SendingSettings settings;
    SmsMessenger messenger;
    final UserMessenger ann;
    private final WebhookDoor door = new WebhookDoor();
    private final List<TelnyxProvider> providers = new ArrayList<>();
    private final List<MessageId> sent = new ArrayList<>();
    private volatile String key = telnyx.apiKey();

    Stage(SendingSettings.Builder settings, TelnyxProvider.Builder way) {
        provider = new WatchedProvider(made(way));
        this.settings = settings.build();
        messenger = node();
        door.opensTo(messenger.webhooks());
        ann = messenger.forUser(UserId.of("ann"));
        String profile = telnyx.addProfile("Shop", null);
        telnyx.addNumber(LINE.value(), profile);
        var ours = messenger.operator().addProfile(ann.owner(), profile, "Shop");
        messenger.operator().assign(LINE, ann.owner(), ours.id());
    }

    private SmsMessenger node() {
        return SmsMessenger.builder()
                .store(store)
                .provider(provider)
                .clock(clock)
                .random(new Random(17))
                .publicWebhookUrl(door.url())
                .sending(settings)
                .build();
    }

    /** With the defaults, and the straight way to the carrier. */
    Stage(SendingSettings.Builder settings) {
        this(settings, TelnyxProvider.builder());
    }

    /** A provider for this carrier, in all that is not said already. */
    TelnyxProvider made(TelnyxProvider.Builder way) {
        return made(way, URI.create(telnyx.baseUrl()));
    }

    /** The same, at another address. */
    TelnyxProvider made(TelnyxProvider.Builder way, URI baseUrl) {
        TelnyxProvider made = way.apiKey(this::key)
                .publicKey(telnyx.publicKey())
                .clock(clock)
                .baseUrl(baseUrl)
                .build();
        providers.add(made);
        return made;
    }

    private String key() {
        return key;
    }

    void useKey(String value) {
        key = value;
    }

    /** Hands that many texts over, each to a recipient of its own. */
    void hand(int messages) {
        for (int i = 0; i < messages; i++) {
            int number = sent.size();
            sent.add(ann.send(Draft.to(PhoneNumber.of("+1202556%04d".formatted(number)), text(number))
                            .timeToLive(LIFE))
                    .id());
        }
    }

    private static String text(int number) {
        return "Text " + number;
    }

    int handed() {
        return sent.size();
    }

    /** How many of all messages are how far. */
    Map<MessageStatus, Integer> tally() {
        Map<MessageStatus, Integer> tally = new EnumMap<>(MessageStatus.class);
        sent.forEach(id -> tally.merge(now(id).status(), 1, Integer::sum));
        return tally;
    }

    Message now(MessageId id) {
        return ann.messages().get(id);
    }

    /** How many still wait for an attempt, or for its end. */
    int waiting() {
        Map<MessageStatus, Integer> tally = tally();
        return tally.getOrDefault(MessageStatus.QUEUED, 0) + tally.getOrDefault(MessageStatus.SENDING, 0);
    }

    /** Sends all that is due on this thread, once that much time has passed. */
    void after(Duration time) {
        clock.advance(time);
        messenger.dispatcher().runOnce();
    }

    /** Works in the background until every attempt has ended. */
    void drain() {
        messenger.start();
        Eventually.value("every message has left", PATIENCE, this::waiting, waiting -> waiting == 0);
        messenger.close();
        // What has stopped does no chores any more: another node looks for what is unknown.
        messenger = node();
    }

    /** Every message is with the carrier; whether a receipt of each got through is not what is asked here. */
    void assertAllTaken() throws InterruptedException {
        listen();
        assertThat(sent)
                .allSatisfy(id -> assertThat(now(id).status())
                        .isIn(MessageStatus.ACCEPTED, MessageStatus.SENT, MessageStatus.DELIVERED));
        assertThat(telnyx.messages()).hasSize(sent.size());
    }

    /** Lets the webhooks come, all that are on their way. */
    void listen() throws InterruptedException {
        assertThat(telnyx.awaitIdle(PATIENCE)).as("all webhooks were delivered").isTrue();
    }

    /** Webhooks and records say what they know, until their silence means something. */
    void reconcile() throws InterruptedException {
        listen();
        after(Duration.ofSeconds(10));
        after(Duration.ofMinutes(16));
    }

    <T extends SendOutcome> List<T> outcomes(Class<T> kind) {
        return provider.outcomes().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** No message was read by the carrier twice, and that many were at all. */
    void assertPostedOnce(int messages) {
        assertThat(telnyx.sendsBy("ref"))
                .hasSize(messages)
                .allSatisfy((reference, count) -> assertThat(count.posts()).isEqualTo(1));
    }

    /** Of each message we know what the carrier knows: its id where it was taken, else that it probably was not. */
    void assertSettledAsTheJournalSays() {
        Map<String, String> taken = new HashMap<>();
        telnyx.messages()
                .forEach(message -> assertThat(taken.put(message.content().text(), message.id()))
                        .as("taken twice")
                        .isNull());
        assertThat(sent).allSatisfy(id -> {
            Message message = now(id);
            String carriers = taken.get(message.content().text());
            if (carriers == null) {
                assertThat(message.status()).isEqualTo(MessageStatus.UNKNOWN);
                assertThat(message.failure())
                        .isNotNull()
                        .extracting(failure -> failure.reason())
                        .isEqualTo(FailureReason.PROBABLY_NOT_SENT);
            } else {
                assertThat(message.status().rank()).isGreaterThanOrEqualTo(MessageStatus.ACCEPTED.rank());
                assertThat(message.providerId())
                        .isNotNull()
                        .extracting(known -> known.value())
                        .isEqualTo(carriers);
            }
        });
    }

    @Override
    public void close() {
        messenger.close();
        providers.forEach(TelnyxProvider::close);
        telnyx.close();
        door.close();
    }
}
