package io.smsmessenger.memory;

import io.smsmessenger.memory.Departure.State;
import io.smsmessenger.memory.Tables.ClientKey;
import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent.Source;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.Edit;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.OutboxStore;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Trace;
import io.smsmessenger.store.Unresolved;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class Outbox implements OutboxStore {
    private final Tables tables;
    private final Consents consents;

    Outbox(Tables tables, Consents consents) {
        this.tables = tables;
        this.consents = consents;
    }

    @Override
    public Enqueued enqueue(NewOutbound order) {
        return tables.atomically(() -> {
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
            boolean first =
                    !tables.conversationsByPeer.containsKey(new Tables.ConversationKey(number.id(), order.peer()));
            ConversationRow conversation = tables.open(number, order.peer(), order.at());
            if (first) {
                conversation.show(order.content(), Direction.OUTBOUND, order.at());
            }
            MessageRow message =
                    new MessageRow(new MessageId(tables.nextId()), conversation, number.accountId(), order);
            Departure departure = new Departure(message, order);
            conversation.messages.add(message);
            tables.messages.put(message.id(), message);
            tables.departures.put(message.id(), departure);
            tables.departuresByClientKey.put(new ClientKey(order.owner(), order.clientKey()), departure);
            tables.departuresByReference.put(order.reference(), departure);
            tables.queue.add(departure);
            if (order.campaign() != null) {
                Optional.ofNullable(tables.campaigns.get(order.campaign().value()))
                        .ifPresent(campaign -> campaign.departs(departure));
            }
            return new Enqueued.Stored(message.snapshot());
        });
    }

    @Override
    public Optional<Enqueued> repeated(UserId owner, String clientKey, String fingerprint) {
        return tables.atomically(
                () -> Optional.ofNullable(tables.departuresByClientKey.get(new ClientKey(owner, clientKey)))
                        .map(first -> first.order().fingerprint().equals(fingerprint)
                                ? new Enqueued.Repeated(first.message().snapshot())
                                : new Enqueued.Conflicting()));
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return tables.atomically(() -> tables.queue.claim(request.limit(), request.now(), request.lease()).stream()
                .map(this::claimOf)
                .toList());
    }

    private Claim claimOf(Departure departure) {
        NewOutbound order = departure.order();
        ConversationRow conversation = departure.message().conversation();
        MessagingProfile profile = Objects.requireNonNull(tables.profiles.get(order.profileId()), "no such profile");
        return new Claim(
                departure.message().id(),
                departure.token(),
                order.owner(),
                departure.message().accountId(),
                order.numberId(),
                order.profileId(),
                profile.providerProfileId(),
                conversation.number(),
                order.peer(),
                order.content(),
                order.reference(),
                order.priority(),
                false,
                departure.attempts(),
                order.expiresAt());
    }

    @Override
    public Gate gate(Claim claim, Collection<ConsentScope> scopes, Instant now) {
        return tables.atomically(() -> {
            Departure departure = find(claim, State.CLAIMED);
            if (departure == null) {
                return new Gate.Lost();
            }
            if (consents.find(scopes, departure.order().peer()).isPresent()) {
                return refuse(departure, MessageStatus.BLOCKED, FailureReason.OPTED_OUT, now);
            }
            if (!maySend(departure.order())) {
                return refuse(departure, MessageStatus.BLOCKED, FailureReason.NUMBER_UNAVAILABLE, now);
            }
            if (!now.isBefore(departure.order().expiresAt())) {
                return refuse(departure, MessageStatus.EXPIRED, FailureReason.EXPIRED, now);
            }
            departure.passedTheGate(now);
            return new Gate.Passed(say(departure, MessageStatus.SENDING, Source.DISPATCH, null, now));
        });
    }

    private Gate refuse(Departure departure, MessageStatus status, FailureReason reason, Instant now) {
        tables.queue.finish(departure);
        return new Gate.Refused(say(departure, status, Source.DISPATCH, Failure.of(reason), now));
    }

    private boolean maySend(NewOutbound order) {
        NumberAssignment number = tables.numbers.get(order.numberId());
        MessagingProfile profile = tables.profiles.get(order.profileId());
        return number != null
                && number.open()
                && order.profileId().equals(number.profileId())
                && profile != null
                && profile.enabled();
    }

    @Override
    public Optional<StatusChange> settle(Claim claim, Settlement settlement, Instant now) {
        return tables.atomically(() -> {
            Departure departure = find(claim, State.SENDING);
            if (departure == null) {
                departure = find(claim, State.UNKNOWN);
                if (departure == null || settlement instanceof Settlement.Unknown) {
                    return Optional.empty();
                }
            }
            return Optional.of(end(departure, settlement, now));
        });
    }

    private StatusChange end(Departure departure, Settlement settlement, Instant now) {
        if (settlement instanceof Settlement.Accepted accepted) {
            tables.learn(departure.message(), accepted.id());
            departure.message().bill(accepted.billing());
            tables.queue.finish(departure);
            return say(departure, MessageStatus.ACCEPTED, Source.DISPATCH, null, now);
        }
        if (settlement instanceof Settlement.Rejected rejected) {
            tables.queue.finish(departure);
            boolean optedOut = rejected.failure().reason() == FailureReason.OPTED_OUT;
            MessageStatus status = optedOut ? MessageStatus.BLOCKED : MessageStatus.FAILED;
            return say(departure, status, Source.DISPATCH, rejected.failure(), now);
        }
        if (settlement instanceof Settlement.NotSent notSent) {
            tables.queue.giveBack(departure, notSent.notBefore());
            return say(departure, MessageStatus.SENDING, Source.DISPATCH, notSent.failure(), now);
        }
        tables.queue.leaveUnknown(departure);
        Failure known = ((Settlement.Unknown) settlement).failure();
        return say(departure, MessageStatus.UNKNOWN, Source.DISPATCH, known, now);
    }

    @Override
    public void show(Claim claim) {
        tables.atomically(() -> {
            Departure departure = tables.departures.get(claim.id());
            if (departure != null) {
                MessageRow message = departure.message();
                message.conversation().show(message.content(), Direction.OUTBOUND, departure.activityAt());
            }
            return claim;
        });
    }

    @Override
    public void release(Collection<Claim> claims) {
        tables.atomically(() -> {
            for (Claim claim : claims) {
                Departure departure = find(claim, State.CLAIMED);
                if (departure != null) {
                    tables.queue.giveBack(departure, null);
                }
            }
            return claims;
        });
    }

    @Override
    public Recovered recover(Instant now, Instant sendingSince) {
        return tables.atomically(() -> {
            List<Departure> stale = tables.queue.inHand(departure -> departure.leaseRanOut(now));
            stale.forEach(departure -> tables.queue.giveBack(departure, null));
            List<StatusChange> unknown =
                    tables.queue.inHand(departure -> departure.sendingSinceBefore(sendingSince)).stream()
                            .map(departure -> {
                                tables.queue.leaveUnknown(departure);
                                return say(departure, MessageStatus.UNKNOWN, Source.DISPATCH, null, now);
                            })
                            .toList();
            return new Recovered(stale.size(), unknown, List.of());
        });
    }

    @Override
    public Optional<StatusChange> cancel(UserId owner, MessageId id, Instant now) {
        return tables.atomically(() -> Optional.ofNullable(tables.departures.get(id))
                .filter(departure -> departure.order().owner().equals(owner))
                .filter(departure -> departure.state() == State.READY || departure.state() == State.CLAIMED)
                .map(departure -> {
                    tables.queue.finish(departure);
                    return say(departure, MessageStatus.CANCELLED, Source.PERSON, null, now);
                }));
    }

    @Override
    public Optional<Instant> nextDue() {
        return tables.atomically(tables.queue::nextDue);
    }

    @Override
    public void defer(Claim claim, Instant until) {
        throw new IllegalStateException("being built");
    }

    @Override
    public List<Trace> trace(Set<AccountId> accounts, int limit, Instant now, Duration pause) {
        throw new IllegalStateException("being built");
    }

    @Override
    public Optional<StatusChange> conclude(Trace trace, Conclusion conclusion, Instant now) {
        throw new IllegalStateException("being built");
    }

    @Override
    public Page<Unresolved> unresolved(PageRequest page) {
        throw new IllegalStateException("being built");
    }

    @Override
    public Optional<UserId> ownerOf(MessageId id) {
        throw new IllegalStateException("being built");
    }

    @Override
    public Optional<StatusChange> sendAgain(UserId owner, MessageId id, Instant expiresAt, Instant now) {
        throw new IllegalStateException("being built");
    }

    @Override
    public Optional<StatusChange> giveUp(UserId owner, MessageId id, Instant now) {
        throw new IllegalStateException("being built");
    }

    @Override
    public Optional<Message> edit(UserId owner, MessageId id, Edit edit, Instant now) {
        throw new IllegalStateException("being built");
    }

    @Override
    public int handedOver(UserId owner, Instant since, int atMost) {
        throw new IllegalStateException("being built");
    }

    private @Nullable Departure find(Claim claim, State state) {
        Departure departure = tables.departures.get(claim.id());
        return departure != null && departure.isIn(state, claim.token()) ? departure : null;
    }

    private static StatusChange say(
            Departure departure, MessageStatus status, Source source, @Nullable Failure failure, Instant now) {
        MessageRow message = departure.message();
        MessageStatus previous = message.status();
        message.say(status, source, now, now, failure);
        return new StatusChange(message.owner(), message.snapshot(), previous);
    }
}
