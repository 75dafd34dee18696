package io.smsmessenger.memory;

import io.smsmessenger.memory.Departure.State;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.MessageEvent.Source;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.OutboxStore.Recovered;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How attempts begin and end. Used under the lock only. */
final class Attempts {
    private final Tables tables;
    private final Consents consents;

    Attempts(Tables tables, Consents consents) {
        this.tables = tables;
        this.consents = consents;
    }

    Gate gate(Claim claim, Collection<ConsentScope> scopes, Instant now) {
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
        if (departure.expired(now)) {
            return refuse(departure, MessageStatus.EXPIRED, FailureReason.EXPIRED, now);
        }
        departure.passedTheGate(now);
        return new Gate.Passed(departure.say(MessageStatus.SENDING, Source.DISPATCH, null, now));
    }

    private Gate refuse(Departure departure, MessageStatus status, FailureReason reason, Instant now) {
        return new Gate.Refused(finish(departure, status, Source.DISPATCH, Failure.of(reason), now));
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

    Optional<StatusChange> settle(Claim claim, Settlement settlement, Instant now) {
        Departure departure = find(claim, State.SENDING);
        if (departure == null) {
            departure = find(claim, State.UNKNOWN);
            if (departure == null || settlement instanceof Settlement.Unknown) {
                return Optional.empty();
            }
        }
        return Optional.of(end(departure, settlement, now));
    }

    private StatusChange end(Departure departure, Settlement settlement, Instant now) {
        if (settlement instanceof Settlement.Accepted accepted) {
            tables.learn(departure.message(), accepted.id());
            departure.message().bill(accepted.billing());
            return finish(departure, MessageStatus.ACCEPTED, Source.DISPATCH, null, now);
        }
        if (settlement instanceof Settlement.Rejected rejected) {
            boolean optedOut = rejected.failure().reason() == FailureReason.OPTED_OUT;
            MessageStatus status = optedOut ? MessageStatus.BLOCKED : MessageStatus.FAILED;
            return finish(departure, status, Source.DISPATCH, rejected.failure(), now);
        }
        if (settlement instanceof Settlement.NotSent notSent) {
            tables.queue.giveBack(departure, notSent.notBefore());
            return departure.say(MessageStatus.SENDING, Source.DISPATCH, notSent.failure(), now);
        }
        return leaveUnknown(departure, ((Settlement.Unknown) settlement).failure(), now);
    }

    Recovered recover(Instant now, Instant sendingSince) {
        List<Departure> stale = tables.queue.inHand(departure -> departure.leaseRanOut(now));
        stale.forEach(departure -> tables.queue.giveBack(departure, null));
        List<StatusChange> unknown =
                tables.queue.inHand(departure -> departure.sendingSinceBefore(sendingSince)).stream()
                        .map(departure -> leaveUnknown(departure, null, now))
                        .toList();
        List<StatusChange> expired = tables.queue.ready(departure -> departure.expired(now)).stream()
                .map(departure -> expire(departure, now))
                .toList();
        return new Recovered(stale.size(), unknown, expired);
    }

    StatusChange expire(Departure departure, Instant now) {
        return finish(departure, MessageStatus.EXPIRED, Source.DISPATCH, Failure.of(FailureReason.EXPIRED), now);
    }

    private StatusChange leaveUnknown(Departure departure, @Nullable Failure known, Instant now) {
        tables.queue.leaveUnknown(departure, now);
        return departure.doubt(known, now);
    }

    StatusChange finish(
            Departure departure, MessageStatus status, Source source, @Nullable Failure failure, Instant now) {
        tables.queue.finish(departure);
        return departure.say(status, source, failure, now);
    }

    @Nullable
    Departure find(Claim claim, State state) {
        Departure departure = tables.departures.get(claim.id());
        return departure != null && departure.isIn(state, claim.token()) ? departure : null;
    }
}
