package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Advanced;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.InboxStore.ConsentEffect;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.NumberStore.NewAssignment;
import io.smsmessenger.store.ProfileStore.NewProfile;
import io.smsmessenger.store.Received;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.store.StatusChange;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/**
 * What all contracts arrange. Each test lives in a world of its own: users, numbers, account and event ids are invented
 * anew, so tests share a database without cleaning up. The queue of what goes out is the one thing that all share, so a
 * test calls back what it left there, and tests of one database run one after the other.
 */
public abstract class StoreContractBase {
    protected static final Duration LEASE = Duration.ofMinutes(1);
    protected static final byte[] RAW = "{\"signed\":true}".getBytes(StandardCharsets.UTF_8);
    protected static final ConsentEffect NO_EFFECT =
            new ConsentEffect(ConsentEffect.Change.NONE, ConsentScope.Kind.PROFILE);

    /** When the test starts, as exact as every supported database keeps it. */
    protected final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);

    private final String world = UUID.randomUUID().toString();
    private final Map<MessageId, UserId> handedOver = new ConcurrentHashMap<>();
    private final Set<AccountId> accounts = ConcurrentHashMap.newKeySet();
    private @Nullable AccountId account;

    /** The store to test; the same one for the whole of a test. */
    protected abstract SmsStore store();

    @AfterEach
    void callBackWhatIsLeft() {
        handedOver.forEach((id, owner) -> {
            store().outbox().cancel(owner, id, now);
            store().outbox().giveUp(owner, id, now);
        });
    }

    // Who and what there is

    /** A user of this test's own; the same name is the same user. */
    protected UserId user(String name) {
        return UserId.of(name + "-" + world);
    }

    /** A number that nobody has seen before. */
    protected static PhoneNumber number() {
        return PhoneNumber.of("+1" + ThreadLocalRandom.current().nextLong(1_000_000_000_000L, 9_999_999_999_999L));
    }

    protected synchronized AccountId account() {
        if (account == null) {
            account = anotherAccount();
        }
        return account;
    }

    protected AccountId anotherAccount() {
        AccountId made = store().accounts()
                .ensure("tenant", "carrier", UUID.randomUUID().toString())
                .id();
        accounts.add(made);
        return made;
    }

    /** A claim of this test's own accounts, without any pace. */
    protected ClaimRequest request(int limit, Instant at, Duration lease) {
        return new ClaimRequest(accounts, limit, limit, at, lease, Map.of());
    }

    protected MessagingProfile profile(UserId owner) {
        return store().profiles().add(newProfile(owner, UUID.randomUUID().toString(), "Sales"));
    }

    protected NewProfile newProfile(UserId owner, String providerId, String name) {
        return new NewProfile(owner, account(), providerId, name, true, null, null, Map.of(), yesterday());
    }

    /** A new number of the user's, on an enabled profile, theirs since yesterday. */
    protected NumberAssignment line(UserId owner) {
        return assign(owner, number(), profile(owner).id(), yesterday());
    }

    protected NumberAssignment assign(UserId owner, PhoneNumber number, @Nullable ProfileId profile, Instant since) {
        return store().numbers().assign(new NewAssignment(number, owner, account(), null, null, profile, since));
    }

    protected Instant yesterday() {
        return now.minus(Duration.ofDays(1));
    }

    /** So many seconds after the test's start. */
    protected Instant in(long seconds) {
        return now.plusSeconds(seconds);
    }

    // Texts that go out

    /** Draws up a text without handing it over. */
    protected Outgoing text(NumberAssignment from, Address to) {
        return new Outgoing(from, to, now);
    }

    protected Message send(NumberAssignment from, Address to, String text) {
        return send(text(from, to).says(text));
    }

    protected Message send(Outgoing outgoing) {
        return send(outgoing.build());
    }

    protected Message send(NewOutbound outbound) {
        Enqueued enqueued = store().outbox().enqueue(outbound);
        assertThat(enqueued).isInstanceOf(Enqueued.Stored.class);
        Message message = ((Enqueued.Stored) enqueued).message();
        handedOver.put(message.id(), outbound.owner());
        return message;
    }

    /** The message as it stands now. */
    protected Message reload(UserId owner, Message message) {
        return store().messages().find(owner, message.id()).orElseThrow();
    }

    // Texts that come in

    /** Draws up a text from outside without delivering it. */
    protected Incoming incoming(Address from, NumberAssignment to) {
        return new Incoming(from, to.number(), now);
    }

    protected Received.Stored texts(Address from, NumberAssignment to, String text) {
        return stored(receive(incoming(from, to).says(text)));
    }

    protected Received receive(Incoming incoming) {
        return store().inbox().receive(account(), incoming.build(), NO_EFFECT, RAW, now);
    }

    protected static Received.Stored stored(Received received) {
        assertThat(received).isInstanceOf(Received.Stored.class);
        return (Received.Stored) received;
    }

    /** The conversation as its owner sees it now. */
    protected Conversation reload(UserId owner, Conversation conversation) {
        return store().conversations().find(owner, conversation.id()).orElseThrow();
    }

    protected Conversation conversationOf(UserId owner, Message message) {
        return store().conversations().find(owner, message.conversationId()).orElseThrow();
    }

    // Receipts

    protected static ProviderMessageId providerId() {
        return new ProviderMessageId(UUID.randomUUID().toString());
    }

    protected News news(ProviderMessageId id, @Nullable MessageStatus status) {
        return new News(id, status, now);
    }

    protected Advanced advance(News news) {
        return advance(news.build());
    }

    protected Advanced advance(Receipt receipt) {
        return store().inbox().advance(account(), receipt, RAW, now);
    }

    protected static StatusChange applied(Advanced advanced) {
        assertThat(advanced).isInstanceOf(Advanced.Applied.class);
        return ((Advanced.Applied) advanced).change();
    }

    // Refusals

    protected static void assertRefused(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SmsException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
