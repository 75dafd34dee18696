package io.smsmessenger;

import io.smsmessenger.memory.InMemorySmsStore;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Keyword;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.UserId;
import io.smsmessenger.receiving.WebhookAnswer;
import io.smsmessenger.testing.FakeProvider;
import io.smsmessenger.testing.MutableClock;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A whole messenger with two users, a carrier without a network and a clock that is moved by hand. */
final class Flow {
    static final PhoneNumber LINE = PhoneNumber.of("+13035550142");
    static final PhoneNumber SECOND_LINE = PhoneNumber.of("+17205550160");
    static final PhoneNumber BOBS_LINE = PhoneNumber.of("+14155550117");
    static final PhoneNumber MARIA = PhoneNumber.of("+12025550123");
    static final PageRequest PAGE = PageRequest.first(50);

    final MutableClock clock = MutableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    final FakeProvider carrier = new FakeProvider();
    final List<SmsEvent> heard = new CopyOnWriteArrayList<>();
    final InMemorySmsStore store = new InMemorySmsStore();
    final SmsMessenger messenger;
    final UserMessenger alice;
    final UserMessenger bob;
    final MessagingProfile profile;
    final NumberAssignment line;
    final MessagingProfile bobsProfile;
    final NumberAssignment bobsLine;
    private int events;

    Flow() {
        this(as -> as);
    }

    /** The same with something set differently. */
    Flow(UnaryOperator<SmsMessengerBuilder> set) {
        messenger = set.apply(SmsMessenger.builder()
                        .store(store)
                        .provider(carrier)
                        .clock(clock)
                        .publicWebhookUrl(URI.create("https://host.example/webhooks/telnyx"))
                        .listener((event, owner) -> heard.add(event)))
                .build();
        alice = messenger.forUser(UserId.of("alice"));
        bob = messenger.forUser(UserId.of("bob"));
        profile = messenger.operator().addProfile(alice.owner(), "carrier-profile-a", "Support");
        line = messenger.operator().assign(LINE, alice.owner(), profile.id());
        bobsProfile = messenger.operator().addProfile(bob.owner(), "carrier-profile-b", "Bob");
        bobsLine = messenger.operator().assign(BOBS_LINE, bob.owner(), bobsProfile.id());
    }

    /** Sends all that is due. */
    void dispatch() {
        messenger.dispatcher().runOnce();
    }

    WebhookAnswer texts(Address from, PhoneNumber to, String text) {
        return texts(from, to, text, null);
    }

    WebhookAnswer texts(Address from, PhoneNumber to, String text, @Nullable Keyword handled) {
        return tell(inbound("in-" + ++events, from, to, text, handled, clock.instant()));
    }

    static ProviderEvent.InboundText inbound(String id, Address from, PhoneNumber to, String text) {
        return inbound(id, from, to, text, null, Instant.parse("2026-03-01T10:00:00Z"));
    }

    private static ProviderEvent.InboundText inbound(
            String id, Address from, PhoneNumber to, String text, @Nullable Keyword handled, Instant at) {
        return new ProviderEvent.InboundText(
                id,
                "message.received",
                at,
                new ProviderMessageId("inbound-" + id),
                from,
                to,
                Content.text(text),
                List.of(),
                List.of(),
                at,
                null,
                handled,
                Billing.none());
    }

    WebhookAnswer receipt(ProviderMessageId id, MessageStatus status) {
        return receipt(id, null, status);
    }

    WebhookAnswer receipt(ProviderMessageId id, @Nullable String reference, @Nullable MessageStatus status) {
        return tell(new ProviderEvent.Receipt(
                "receipt-" + ++events,
                "message.finalized",
                clock.instant(),
                id,
                reference,
                status,
                String.valueOf(status),
                null,
                null,
                null,
                Billing.none()));
    }

    WebhookAnswer tell(ProviderEvent event) {
        return messenger.webhooks().receive(carrier.webhook(event));
    }
}
