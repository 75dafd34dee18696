package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.ProviderEvent.InboundText;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.InboxStore.ConsentEffect;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.NumberStore.NewAssignment;
import io.smsmessenger.store.ProfileStore.NewProfile;
import io.smsmessenger.store.Received;
import io.smsmessenger.store.SmsStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A user with a line, and texts to and from it. */
final class World {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    static final ConsentEffect NO_EFFECT =
            new ConsentEffect(ConsentEffect.Change.NONE, io.smsmessenger.model.ConsentScope.Kind.PROFILE);
    private static final AtomicLong NUMBERS = new AtomicLong(2_025_550_000L);
    private static final byte[] RAW = "{}".getBytes(StandardCharsets.UTF_8);

    final UserId owner = UserId.of("user-" + UUID.randomUUID());
    final AccountId account;
    final ProfileId profile;
    final NumberAssignment line;

    World(SmsStore store) {
        account = store.accounts()
                .ensure("tenant", "carrier", UUID.randomUUID().toString())
                .id();
        profile = store.profiles()
                .add(new NewProfile(
                        owner,
                        account,
                        UUID.randomUUID().toString(),
                        "Sales",
                        true,
                        null,
                        null,
                        Map.of(),
                        NOW.minusSeconds(1_000_000)))
                .id();
        line = store.numbers()
                .assign(new NewAssignment(number(), owner, account, null, null, profile, NOW.minusSeconds(1_000_000)));
    }

    static PhoneNumber number() {
        return PhoneNumber.of("+1" + NUMBERS.incrementAndGet());
    }

    NewOutbound outbound(Address to, String key, Instant at) {
        return new NewOutbound(
                owner,
                line.id(),
                Objects.requireNonNull(line.profileId()),
                to,
                Content.text("Text " + key),
                key,
                "same",
                UUID.randomUUID().toString(),
                NewOutbound.Priority.ONE_TO_ONE,
                null,
                Guarantee.AT_MOST_ONCE,
                at,
                null,
                null,
                at.plusSeconds(3600),
                Billing.none());
    }

    /** A claim of this world's account, without any pace. */
    ClaimRequest request(int limit, Instant at, Duration lease) {
        return new ClaimRequest(Set.of(account), limit, limit, at, lease, Map.of());
    }

    NewOutbound outbound(Address to, String key) {
        return outbound(to, key, NOW);
    }

    Message send(SmsStore store, Address to, String key) {
        return ((Enqueued.Stored) store.outbox().enqueue(outbound(to, key))).message();
    }

    InboundText inbound(Address from, String eventId, Instant at) {
        return inbound(from, eventId, at, "Text " + eventId);
    }

    InboundText inbound(Address from, String eventId, Instant at, String text) {
        return new InboundText(
                eventId,
                "message.received",
                at,
                new ProviderMessageId("in-" + eventId),
                from,
                line.number(),
                Content.text(text),
                List.of(),
                List.of(),
                at,
                null,
                null,
                Billing.none());
    }

    Received receive(SmsStore store, Address from, String eventId) {
        return receive(store, from, eventId, NO_EFFECT);
    }

    Received receive(SmsStore store, Address from, String eventId, ConsentEffect effect) {
        return store.inbox().receive(account, inbound(from, eventId, NOW), effect, RAW, NOW);
    }
}
