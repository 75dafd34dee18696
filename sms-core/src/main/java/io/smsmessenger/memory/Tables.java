package io.smsmessenger.memory;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Contact;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.ProviderAccount;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Keyset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows, their unique keys, and the one lock under which all of them are read and written. */
final class Tables {
    final Map<String, ProviderAccount> accounts = new LinkedHashMap<>();
    final Map<ProfileId, MessagingProfile> profiles = new LinkedHashMap<>();
    final Map<ProfileKey, ProfileId> profilesByProviderId = new HashMap<>();
    final Map<NumberId, NumberAssignment> numbers = new HashMap<>();
    final Map<PhoneNumber, List<NumberId>> intervals = new HashMap<>();
    final Map<UserId, List<NumberId>> numbersByOwner = new HashMap<>();
    final Map<UserId, NavigableMap<Long, Contact>> contacts = new HashMap<>();
    final Map<ContactKey, Contact> contactsByAddress = new HashMap<>();
    final Map<ExternalKey, Contact> contactsByExternalId = new HashMap<>();
    final Map<ConversationId, ConversationRow> conversations = new HashMap<>();
    final Map<ConversationKey, ConversationRow> conversationsByPeer = new HashMap<>();
    final Map<UserId, List<ConversationRow>> conversationsByOwner = new HashMap<>();
    final Map<MessageId, MessageRow> messages = new HashMap<>();
    final Map<MessageId, Departure> departures = new HashMap<>();
    final Map<ClientKey, Departure> departuresByClientKey = new HashMap<>();
    final Map<String, Departure> departuresByReference = new HashMap<>();
    final Map<CarrierKey, MessageRow> messagesByProviderId = new HashMap<>();
    final Map<EventKey, EventRow> events = new LinkedHashMap<>();
    final Map<ConsentKey, OptOut> optOuts = new HashMap<>();
    final Map<ConsentKey, Instant> consentAsked = new HashMap<>();
    final Map<UserId, NavigableSet<Keyset>> handedOver = new HashMap<>();
    final NavigableMap<Long, CampaignRow> campaigns = new TreeMap<>();
    final NavigableMap<Lane, LaneRow> lanes = new TreeMap<>();
    final DepartureQueue queue = new DepartureQueue();

    private final ReentrantLock lock = new ReentrantLock();
    private long lastId;

    /** Runs one intent with nobody else inside. It must check before it changes: there is no way back. */
    <T> T atomically(Supplier<T> intent) {
        lock.lock();
        try {
            return intent.get();
        } finally {
            lock.unlock();
        }
    }

    long nextId() {
        return ++lastId;
    }

    Optional<NumberAssignment> ownedAt(PhoneNumber number, Instant at) {
        return intervals.getOrDefault(number, List.of()).stream()
                .map(numbers::get)
                .filter(interval ->
                        !at.isBefore(interval.from()) && (interval.until() == null || at.isBefore(interval.until())))
                .findFirst();
    }

    @Nullable
    ConversationRow conversation(UserId owner, ConversationId id) {
        ConversationRow row = conversations.get(id);
        return row != null && row.owner().equals(owner) ? row : null;
    }

    @Nullable
    MessageRow message(UserId owner, MessageId id) {
        MessageRow row = messages.get(id);
        return row != null && row.owner().equals(owner) ? row : null;
    }

    Optional<CampaignRow> campaign(@Nullable CampaignId id) {
        return Optional.ofNullable(id).map(CampaignId::value).map(campaigns::get);
    }

    /** Whether what belongs to this campaign may leave; what belongs to none may. */
    boolean runs(@Nullable CampaignId id) {
        return campaign(id).map(CampaignRow::runs).orElse(true);
    }

    /** The conversation of this interval and peer, made if it is new. */
    ConversationRow open(NumberAssignment number, Address peer, Instant at) {
        return conversationsByPeer.computeIfAbsent(new ConversationKey(number.id(), peer), key -> {
            ConversationRow row = new ConversationRow(new ConversationId(nextId()), number, peer, at);
            conversations.put(row.id(), row);
            conversationsByOwner
                    .computeIfAbsent(number.owner(), owner -> new ArrayList<>())
                    .add(row);
            return row;
        });
    }

    /** Teaches an outbound message the carrier's id, unless it knows one. */
    void learn(MessageRow message, ProviderMessageId id) {
        if (message.providerId() == null) {
            CarrierKey key = new CarrierKey(message.accountId(), message.direction(), id);
            if (messagesByProviderId.putIfAbsent(key, message) != null) {
                throw new IllegalStateException("two messages have the same carrier's id: " + message.id());
            }
            message.learn(id);
        }
    }

    /** When the user handed over what, the first first. */
    NavigableSet<Keyset> handedOver(UserId owner) {
        return handedOver.computeIfAbsent(owner, key -> new TreeSet<>(Pages.OLDEST_FIRST));
    }

    LaneRow lane(Lane lane) {
        return lanes.computeIfAbsent(lane, key -> new LaneRow());
    }

    @Nullable
    Contact contact(UserId owner, Address address) {
        return contactsByAddress.get(new ContactKey(owner, address));
    }

    NavigableMap<Long, Contact> contactsOf(UserId owner) {
        return contacts.computeIfAbsent(owner, key -> new TreeMap<>());
    }

    record ProfileKey(AccountId account, String providerProfileId) {}

    record ContactKey(UserId owner, Address address) {}

    record ExternalKey(UserId owner, String externalId) {}

    record ConversationKey(NumberId number, Address peer) {}

    record ClientKey(UserId owner, String key) {}

    record CarrierKey(AccountId account, Direction direction, ProviderMessageId id) {}

    record EventKey(AccountId account, String eventId) {}

    record ConsentKey(ConsentScope scope, Address peer) {}
}
