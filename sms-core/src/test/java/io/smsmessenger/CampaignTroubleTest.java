package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.memory.InMemorySmsStore;
import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignProgress;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.UserId;
import io.smsmessenger.model.Verdict;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.sending.SendRule;
import io.smsmessenger.sending.SendingSettings;
import io.smsmessenger.store.CampaignStore;
import io.smsmessenger.store.OutboxStore;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.testing.Eventually;
import io.smsmessenger.testing.FakeProvider;
import io.smsmessenger.testing.MutableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A campaign whose work breaks off anywhere is taken up again, and nobody is left out or texted twice. */
@DisplayName("A campaign in trouble")
class CampaignTroubleTest {
    private static final int PEOPLE = 20;

    private final InMemorySmsStore memory = new InMemorySmsStore();
    private final MutableClock clock = MutableClock.at("2026-03-01T10:00:00Z");
    private final FakeProvider carrier = new FakeProvider();
    private SmsProvider provider = carrier;
    private final AtomicInteger calls = new AtomicInteger();

    /** The step that breaks, at which call of it, and whether its work is done before it does. */
    private String step = "";

    private int at;
    private boolean after;

    @ParameterizedTest(name = "{0}, call {1}, after its work: {2}")
    @CsvSource({
        "feed, 1, false",
        "feed, 1, true",
        "enqueue, 1, false",
        "enqueue, 1, true",
        "enqueue, 7, false",
        "enqueue, 7, true",
        "enqueue, 20, true",
        "handedOver, 1, false",
        "handedOver, 1, true",
        "handedOver, 13, false",
        "handedOver, 20, true",
        "refused, 1, false",
        "refused, 1, true",
        "sweep, 1, false",
        "sweep, 1, true",
    })
    @DisplayName("goes on where it broke off:")
    void resumed(String step, int at, boolean after) {
        this.step = step;
        this.at = at;
        this.after = after;
        try (SmsMessenger messenger = messenger(SendingSettings.defaults(), List.of())) {
            Campaigns campaigns = ann(messenger).campaigns();
            Campaign campaign = campaigns.create("News", "Hi {{name}}");
            campaigns.add(campaign.id(), List.of(new Recipient("nobody", Map.of())));
            campaigns.add(campaign.id(), CampaignTest.people(PEOPLE));
            campaigns.start(campaign.id());
            for (int look = 0; look < 4; look++) {
                messenger.dispatcher().runOnce();
                clock.advance(SendingSettings.defaults().lease());
            }

            assertThat(calls.get()).as("the step was reached").isGreaterThanOrEqualTo(at);
            assertThat(carrier.sent().stream().map(OutboundSms::to))
                    .hasSize(PEOPLE)
                    .doesNotHaveDuplicates();
            assertThat(campaigns.progress(campaign.id()))
                    .isEqualTo(new CampaignProgress(PEOPLE + 1, 0, 1, Map.of(MessageStatus.ACCEPTED, (long) PEOPLE)));
            assertThat(campaigns.get(campaign.id()).state()).isEqualTo(CampaignState.FINISHED);
        }
    }

    @Test
    @DisplayName("goes on with the others when one row meets an exception, and with that one later")
    void oneRow() {
        step = "enqueue";
        at = 5;
        try (SmsMessenger messenger = messenger(SendingSettings.defaults(), List.of())) {
            Campaigns campaigns = ann(messenger).campaigns();
            Campaign campaign = started(messenger, PEOPLE);
            messenger.dispatcher().runOnce();
            assertThat(carrier.sent()).hasSize(PEOPLE - 1);
            assertThat(campaigns.progress(campaign.id()).waiting()).isEqualTo(1);
            clock.advance(SendingSettings.defaults().lease());
            messenger.dispatcher().runOnce();
            assertThat(carrier.sent()).hasSize(PEOPLE);
        }
    }

    @Test
    @DisplayName("waits where a limit is reached, and refuses nobody for it")
    void limit() {
        AtomicBoolean enough = new AtomicBoolean(true);
        SendRule rule = (user, draft) -> enough.get()
                ? Optional.of(new Verdict.Refusal(Problem.LIMIT_REACHED, "Enough for today."))
                : Optional.empty();
        try (SmsMessenger messenger = messenger(SendingSettings.defaults(), List.of(rule))) {
            Campaign campaign = started(messenger, 3);
            messenger.dispatcher().runOnce();
            assertThat(carrier.sent()).isEmpty();
            CampaignProgress progress = ann(messenger).campaigns().progress(campaign.id());
            assertThat(progress.waiting()).isEqualTo(3);
            enough.set(false);
            clock.advance(SendingSettings.defaults().lease());
            messenger.dispatcher().runOnce();
            assertThat(carrier.sent()).hasSize(3);
        }
    }

    @Test
    @DisplayName("leaves hands free for a reply although the carrier answers to none of its texts")
    void handsFree() {
        SendingSettings settings = SendingSettings.builder()
                .concurrency(4)
                .pollInterval(Duration.ofMillis(5))
                .build();
        CountDownLatch hold = new CountDownLatch(1);
        AtomicInteger held = new AtomicInteger();
        provider = holding(held, hold);
        try (SmsMessenger messenger = messenger(settings, List.of())) {
            started(messenger, PEOPLE);
            messenger.start();
            Eventually.holds("all hands of the campaign are busy", () -> held.get() == settings.bulkConcurrency());
            var reply = ann(messenger).send(Draft.to(Flow.MARIA, "Yes"));
            Eventually.holds(
                    "the reply has left",
                    () -> ann(messenger).messages().get(reply.id()).status() == MessageStatus.ACCEPTED);
            assertThat(held).hasValue(settings.bulkConcurrency());
            hold.countDown();
        }
    }

    /** The carrier, which keeps silent to all but Maria's texts. */
    private SmsProvider holding(AtomicInteger held, CountDownLatch hold) {
        return SmsProvider.class.cast(Proxy.newProxyInstance(
                SmsProvider.class.getClassLoader(), new Class<?>[] {SmsProvider.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send")
                            && !((OutboundSms) arguments[0]).to().equals(Flow.MARIA)) {
                        held.incrementAndGet();
                        hold.await();
                    }
                    return method.invoke(carrier, arguments);
                }));
    }

    private Campaign started(SmsMessenger messenger, int recipients) {
        Campaigns campaigns = ann(messenger).campaigns();
        Campaign campaign = campaigns.create("News", "Hi {{name}}");
        campaigns.add(campaign.id(), CampaignTest.people(recipients));
        return campaigns.start(campaign.id());
    }

    private static UserMessenger ann(SmsMessenger messenger) {
        return messenger.forUser(UserId.of("ann"));
    }

    private SmsMessenger messenger(SendingSettings settings, List<SendRule> rules) {
        SmsMessengerBuilder builder = SmsMessenger.builder()
                .store(failing())
                .provider(provider)
                .clock(clock)
                .sending(settings);
        rules.forEach(builder::rule);
        SmsMessenger messenger = builder.build();
        var profile = messenger.operator().addProfile(UserId.of("ann"), "carrier-profile", "Shop");
        messenger.operator().assign(Flow.LINE, UserId.of("ann"), profile.id());
        return messenger;
    }

    /** The store in memory, with one step that fails once. */
    private SmsStore failing() {
        OutboxStore outbox = failing(OutboxStore.class, memory.outbox());
        CampaignStore campaigns = failing(CampaignStore.class, memory.campaigns());
        return SmsStore.class.cast(Proxy.newProxyInstance(
                SmsStore.class.getClassLoader(),
                new Class<?>[] {SmsStore.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "outbox" -> outbox;
                    case "campaigns" -> campaigns;
                    default -> method.invoke(memory, arguments);
                }));
    }

    private <T> T failing(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    // Both stores have a "handedOver"; the outbox counts with its own.
                    boolean breaks = method.getName().equals(step)
                            && (type == CampaignStore.class || !step.equals("handedOver"))
                            && calls.incrementAndGet() == at;
                    if (breaks && !after) {
                        throw new IllegalStateException("the store is away, on purpose");
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (breaks) {
                            throw new IllegalStateException("the answer is lost, on purpose");
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
