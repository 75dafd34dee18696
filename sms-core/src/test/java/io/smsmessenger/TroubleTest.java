package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.memory.InMemorySmsStore;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.UserId;
import io.smsmessenger.receiving.WebhookAnswer;
import io.smsmessenger.store.InboxStore;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.OutboxStore;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.testing.Eventually;
import io.smsmessenger.testing.FakeProvider;
import io.smsmessenger.testing.MutableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What happens when a part of the house fails: the rest goes on, and nothing is forgotten. */
@DisplayName("In trouble")
class TroubleTest {
    private final InMemorySmsStore memory = new InMemorySmsStore();
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final FakeProvider carrier = new FakeProvider();

    @Test
    @DisplayName("what the carrier said is recorded although the store fails at first")
    void settleAgain() {
        try (SmsMessenger messenger = messenger((event, owner) -> {})) {
            fail("settle", 3);
            Message message = send(messenger);
            messenger.dispatcher().runOnce();
            assertThat(status(messenger, message)).isEqualTo(MessageStatus.ACCEPTED);
            assertThat(carrier.sent()).hasSize(1);
        }
    }

    @Test
    @DisplayName("sending goes on when recovering and housekeeping fail, and when a listener breaks with an error")
    void goesOn() {
        SmsListener broken = (event, owner) -> {
            throw new NoSuchMethodError("broken on purpose");
        };
        try (SmsMessenger messenger = messenger(broken)) {
            fail("recover", Integer.MAX_VALUE);
            fail("kept", Integer.MAX_VALUE);
            messenger.start();
            Message message = send(messenger);
            Eventually.holds("accepted", () -> status(messenger, message) == MessageStatus.ACCEPTED);
        }
    }

    @Test
    @DisplayName("claiming goes on after the store was away")
    void storeAway() {
        try (SmsMessenger messenger = messenger((event, owner) -> {})) {
            fail("claim", 2);
            messenger.start();
            Message message = send(messenger);
            Eventually.holds("accepted", () -> status(messenger, message) == MessageStatus.ACCEPTED);
        }
    }

    @Test
    @DisplayName("an event that cannot be stored is asked for again, and kept for the operator until it can")
    void unstorable() {
        try (SmsMessenger messenger = messenger((event, owner) -> {})) {
            send(messenger);
            fail("receive", 1);
            var webhook = carrier.webhook(Flow.inbound("once", Flow.MARIA, Flow.LINE, "Hi"));
            assertThat(messenger.webhooks().receive(webhook)).isEqualTo(WebhookAnswer.TRY_AGAIN);
            assertThat(messenger.operator().kept(Disposition.DEAD, Flow.PAGE).items())
                    .hasSize(1);
            assertThat(messenger.webhooks().receive(webhook)).isEqualTo(WebhookAnswer.STORED);
            assertThat(messenger.operator().kept(Disposition.DEAD, Flow.PAGE).items())
                    .isEmpty();
            assertThat(ann(messenger).conversations().unreadTotal()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("a dispatcher that was stopped can be started again")
    void again() {
        SmsMessenger messenger = messenger((event, owner) -> {});
        messenger.start();
        messenger.close();
        Message message = send(messenger);
        messenger.start();
        Eventually.holds("accepted", () -> status(messenger, message) == MessageStatus.ACCEPTED);
        messenger.close();
    }

    private SmsMessenger messenger(SmsListener listener) {
        SmsMessenger messenger = SmsMessenger.builder()
                .store(failing())
                .provider(carrier)
                .clock(MutableClock.at("2026-03-01T10:00:00Z"))
                .listener(listener)
                .build();
        var profile = messenger.operator().addProfile(UserId.of("ann"), "carrier-profile", "Shop");
        messenger.operator().assign(Flow.LINE, UserId.of("ann"), profile.id());
        return messenger;
    }

    private static UserMessenger ann(SmsMessenger messenger) {
        return messenger.forUser(UserId.of("ann"));
    }

    private static Message send(SmsMessenger messenger) {
        return ann(messenger).send(Draft.to(Flow.MARIA, "Hello"));
    }

    private static MessageStatus status(SmsMessenger messenger, Message message) {
        return ann(messenger).messages().get(message.id()).status();
    }

    private void fail(String method, int times) {
        failures.put(method, new AtomicInteger(times));
    }

    /** The store in memory, with methods that fail as often as they were told to. */
    private SmsStore failing() {
        OutboxStore outbox = failing(OutboxStore.class, memory.outbox());
        InboxStore inbox = failing(InboxStore.class, memory.inbox());
        return SmsStore.class.cast(Proxy.newProxyInstance(
                SmsStore.class.getClassLoader(),
                new Class<?>[] {SmsStore.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "outbox" -> outbox;
                    case "inbox" -> inbox;
                    default -> method.invoke(memory, arguments);
                }));
    }

    private <T> T failing(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    AtomicInteger left = failures.get(method.getName());
                    if (left != null && left.getAndDecrement() > 0) {
                        throw new IllegalStateException("the store is away, on purpose");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
