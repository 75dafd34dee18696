package io.smsmessenger.memory;

import io.smsmessenger.memory.Tables.CarrierKey;
import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.store.Advanced;
import io.smsmessenger.store.InboxStore;
import io.smsmessenger.store.Received;
import io.smsmessenger.store.StatusChange;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class Inbox implements InboxStore {
    private final Tables tables;
    private final Consents consents;
    private final Events events;

    Inbox(Tables tables, Consents consents) {
        this.tables = tables;
        this.consents = consents;
        this.events = new Events(tables);
    }

    @Override
    public Received receive(
            AccountId account, ProviderEvent.InboundText text, ConsentEffect effect, byte[] raw, Instant now) {
        return tables.atomically(() -> {
            if (events.isDone(account, text)) {
                return new Received.Duplicate();
            }
            CarrierKey key = new CarrierKey(account, Direction.INBOUND, text.messageId());
            if (tables.messagesByProviderId.containsKey(key)) {
                events.done(account, text, Disposition.APPLIED);
                return new Received.Duplicate();
            }
            Optional<NumberAssignment> number = tables.ownedAt(text.to(), text.receivedAt())
                    .filter(row -> row.accountId().equals(account));
            if (number.isEmpty()) {
                events.await(account, text, Disposition.QUARANTINED, "nobody owned the number", raw, now);
                return new Received.Unowned();
            }
            events.done(account, text, Disposition.APPLIED);
            return deliver(number.get(), text, key, effect);
        });
    }

    private Received deliver(
            NumberAssignment number, ProviderEvent.InboundText text, CarrierKey key, ConsentEffect effect) {
        ConversationRow conversation = tables.open(number, text.from(), text.receivedAt());
        long position = conversation.arrived(text.content(), text.receivedAt());
        MessageRow message = new MessageRow(
                new MessageId(tables.nextId()),
                conversation,
                key.account(),
                number.profileId(),
                text.content(),
                text.receivedAt(),
                position,
                text.billing());
        message.learn(text.messageId());
        conversation.messages.add(message);
        tables.messages.put(message.id(), message);
        tables.messagesByProviderId.put(key, message);
        return new Received.Stored(
                number.owner(),
                conversation.snapshot(tables),
                message.snapshot(),
                consent(number, text.from(), effect, text.receivedAt()));
    }

    private @Nullable ConsentScope consent(NumberAssignment number, Address peer, ConsentEffect effect, Instant at) {
        ConsentScope scope = scope(number, effect.scope());
        boolean changed = switch (effect.change()) {
            case NONE -> false;
            case OPT_OUT -> consents.optOut(scope, peer, OptOut.Source.KEYWORD, at);
            case OPT_IN -> consents.optIn(scope, peer, OptOut.Source.KEYWORD, at);
        };
        return changed ? scope : null;
    }

    private static ConsentScope scope(NumberAssignment number, ConsentScope.Kind kind) {
        ConsentScope own = ConsentScope.of(number.id());
        return switch (kind) {
            case EVERYTHING -> ConsentScope.everything();
            case OWNER -> ConsentScope.of(number.owner());
            case PROFILE -> number.profileId() == null ? own : ConsentScope.of(number.profileId());
            case NUMBER -> own;
        };
    }

    @Override
    public Advanced advance(AccountId account, ProviderEvent.Receipt receipt, byte[] raw, Instant now) {
        return tables.atomically(() -> {
            if (events.isDone(account, receipt)) {
                return new Advanced.Duplicate();
            }
            Departure departure = find(account, receipt);
            if (departure == null) {
                events.await(account, receipt, Disposition.PARKED, "no such message yet", raw, now);
                return new Advanced.Parked();
            }
            events.done(account, receipt, Disposition.APPLIED);
            MessageRow message = departure.message();
            MessageStatus previous = message.status();
            tables.learn(message, receipt.messageId());
            message.apply(receipt, now);
            if (message.status().rank() >= MessageStatus.ACCEPTED.rank()) {
                tables.queue.finish(departure);
            }
            return new Advanced.Applied(new StatusChange(message.owner(), message.snapshot(), previous));
        });
    }

    private @Nullable Departure find(AccountId account, ProviderEvent.Receipt receipt) {
        MessageRow known =
                tables.messagesByProviderId.get(new CarrierKey(account, Direction.OUTBOUND, receipt.messageId()));
        if (known != null) {
            return tables.departures.get(known.id());
        }
        Departure planted = receipt.reference() == null ? null : tables.departuresByReference.get(receipt.reference());
        // The reference travels outside the signed body: it is believed only where nothing better is known.
        return planted != null
                        && planted.message().accountId().equals(account)
                        && planted.message().providerId() == null
                ? planted
                : null;
    }

    @Override
    public boolean keep(AccountId account, ProviderEvent event, Disposition disposition, byte[] raw, Instant now) {
        return tables.atomically(() -> switch (disposition) {
            case APPLIED, IGNORED -> events.done(account, event, disposition);
            case PARKED, QUARANTINED, DEAD -> events.await(account, event, disposition, why(event), raw, now);
        });
    }

    private static String why(ProviderEvent event) {
        return event instanceof ProviderEvent.Unreadable unreadable ? unreadable.why() : "could not be applied";
    }

    @Override
    public Page<KeptEvent> kept(Disposition disposition, PageRequest page) {
        return tables.atomically(() -> events.waiting(disposition, page));
    }
}
