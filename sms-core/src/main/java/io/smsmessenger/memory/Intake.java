package io.smsmessenger.memory;

import io.smsmessenger.memory.Tables.ClientKey;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Edit;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.Keyset;
import io.smsmessenger.store.NewOutbound;
import java.time.Instant;
import java.util.Optional;

/** How messages come into the outbox. Used under the lock only. */
final class Intake {
    private final Tables tables;

    Intake(Tables tables) {
        this.tables = tables;
    }

    Enqueued enqueue(NewOutbound order) {
        Optional<Enqueued> repeated = repeated(order.owner(), order.clientKey(), order.fingerprint());
        if (repeated.isPresent()) {
            return repeated.get();
        }
        NumberAssignment number = Optional.ofNullable(tables.numbers.get(order.numberId()))
                .filter(row -> row.owner().equals(order.owner()))
                .orElseThrow(() -> new SmsException(
                        Problem.NUMBER_NOT_AVAILABLE, "The number to send from is not one of the user's."));
        if (tables.departuresByReference.containsKey(order.reference())) {
            throw new IllegalStateException("the reference was planted before");
        }
        boolean first = !tables.conversationsByPeer.containsKey(new Tables.ConversationKey(number.id(), order.peer()));
        ConversationRow conversation = tables.open(number, order.peer(), order.at());
        MessageRow message = new MessageRow(new MessageId(tables.nextId()), conversation, number.accountId(), order);
        if (first) {
            conversation.show(message, order.at());
        }
        tables.handedOver(order.owner()).add(new Keyset(order.at(), message.id().value()));
        Departure departure = new Departure(message, order);
        conversation.messages.add(message);
        tables.messages.put(message.id(), message);
        tables.departures.put(message.id(), departure);
        tables.departuresByClientKey.put(new ClientKey(order.owner(), order.clientKey()), departure);
        tables.departuresByReference.put(order.reference(), departure);
        tables.queue.add(departure);
        tables.campaign(order.campaign()).ifPresent(campaign -> campaign.departs(departure));
        return new Enqueued.Stored(message.snapshot());
    }

    Optional<Enqueued> repeated(UserId owner, String clientKey, String fingerprint) {
        return Optional.ofNullable(tables.departuresByClientKey.get(new ClientKey(owner, clientKey)))
                .map(first -> first.order().fingerprint().equals(fingerprint)
                        ? new Enqueued.Repeated(first.message().snapshot())
                        : new Enqueued.Conflicting());
    }

    Optional<Message> edit(UserId owner, MessageId id, Edit edit, Instant now) {
        return Optional.ofNullable(tables.departures.get(id))
                .filter(departure -> departure.order().owner().equals(owner))
                .filter(Departure::neverGated)
                .map(departure -> {
                    MessageRow message = departure.message();
                    message.edit(edit, now);
                    message.conversation().reword(message);
                    if (edit.expiresAt() != null) {
                        departure.lastsUntil(edit.expiresAt());
                    }
                    Instant sendAt = message.sendAt();
                    tables.queue.giveBack(departure, sendAt != null && sendAt.isAfter(now) ? sendAt : now);
                    return message.snapshot();
                });
    }

    int handedOver(UserId owner, Instant since, int atMost) {
        return (int) tables.handedOver(owner).tailSet(new Keyset(since, Long.MIN_VALUE)).stream()
                .limit(atMost)
                .count();
    }
}
