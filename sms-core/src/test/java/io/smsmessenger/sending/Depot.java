package io.smsmessenger.sending;

import io.smsmessenger.memory.InMemorySmsStore;
import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.UserId;
import io.smsmessenger.provider.Providers;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.NumberStore.NewAssignment;
import io.smsmessenger.store.ProfileStore.NewProfile;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A store with two accounts and their numbers, a carrier for each, and messages as a test needs them. */
final class Depot {
    static final UserId ANN = UserId.of("ann");

    final MutableClock clock = MutableClock.at("2026-03-01T10:00:00Z");
    final InMemorySmsStore memory = new InMemorySmsStore();
    final Faults faults = new Faults(memory);
    final SmsStore store = faults.store();
    final Carrier carrier = new Carrier();
    final Carrier otherCarrier = new Carrier();
    final AccountId account = memory.accounts().ensure("default", "fake", "one").id();
    final AccountId otherAccount =
            memory.accounts().ensure("default", "fake", "two").id();
    final MessagingProfile profile = profile(account, "profile-1");
    final NumberAssignment line = number(account, "+13035550142", profile);
    final NumberAssignment secondLine = number(account, "+13035550143", profile);
    final NumberAssignment otherLine = number(otherAccount, "+17205550160", profile(otherAccount, "profile-2"));
    final Queue<SmsEvent> heard = new ConcurrentLinkedQueue<>();
    final List<MessageId> all = new ArrayList<>();
    private final Map<MessageId, Integer> numbers = new ConcurrentHashMap<>();
    volatile Consumer<SmsEvent> listener = heard::add;
    String reference = "reference-";
    private int count;

    SmsDispatcher dispatcher(SendingSettings settings, Chore... chores) {
        return new SmsDispatcher(parts(settings), List.of(chores));
    }

    SendingParts parts(SendingSettings settings) {
        return new SendingParts(
                store,
                new Providers(Map.of(account, carrier, otherAccount, otherCarrier)),
                settings,
                recipient -> Set.of(),
                Prices.none(),
                List.of(),
                clock,
                new Random(17),
                event -> listener.accept(event),
                (whose, event) -> heard.clear());
    }

    MessageId text(NumberAssignment from) {
        return add(from, NewOutbound.Priority.ONE_TO_ONE, Duration.ofHours(4));
    }

    List<MessageId> texts(int howMany, NumberAssignment from) {
        return IntStream.range(0, howMany).mapToObj(each -> text(from)).toList();
    }

    List<MessageId> bulk(int howMany, NumberAssignment from) {
        return IntStream.range(0, howMany)
                .mapToObj(each -> add(from, NewOutbound.Priority.BULK, Duration.ofHours(4)))
                .toList();
    }

    /** Which text this is, from 1. */
    int numberOf(MessageId id) {
        return numbers.getOrDefault(id, 0);
    }

    MessageStatus status(MessageId id) {
        return message(id).status();
    }

    Message message(MessageId id) {
        return memory.messages().find(ANN, id).orElseThrow();
    }

    /** How many of all messages are how far. */
    Map<MessageStatus, Integer> tally() {
        Map<MessageStatus, Integer> tally = new EnumMap<>(MessageStatus.class);
        all.forEach(id -> tally.merge(status(id), 1, Integer::sum));
        return tally;
    }

    MessageId add(NumberAssignment from, NewOutbound.Priority priority, Duration timeToLive) {
        Instant now = clock.instant();
        int number = ++count;
        NewOutbound order = new NewOutbound(
                ANN,
                from.id(),
                from.profileId() == null ? profile.id() : from.profileId(),
                PhoneNumber.of("+1202555%04d".formatted(100 + number % 100)),
                Content.text("text " + number),
                "key-" + number,
                "print-" + number,
                reference + number,
                priority,
                null,
                Guarantee.AT_MOST_ONCE,
                now,
                null,
                null,
                now.plus(timeToLive),
                Billing.none());
        MessageId id =
                ((Enqueued.Stored) memory.outbox().enqueue(order)).message().id();
        numbers.put(id, number);
        all.add(id);
        return id;
    }

    private MessagingProfile profile(AccountId of, String providerId) {
        return memory.profiles()
                .add(new NewProfile(ANN, of, providerId, providerId, true, null, null, Map.of(), clock.instant()));
    }

    private NumberAssignment number(AccountId of, String number, MessagingProfile on) {
        return memory.numbers()
                .assign(new NewAssignment(PhoneNumber.of(number), ANN, of, null, null, on.id(), clock.instant()));
    }
}
