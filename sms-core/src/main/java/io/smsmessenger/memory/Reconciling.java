package io.smsmessenger.memory;

import io.smsmessenger.memory.Departure.State;
import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.MessageEvent.Source;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Trace;
import io.smsmessenger.store.Unresolved;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of messages that nobody knows about. Used under the lock only. */
final class Reconciling {
    private static final Comparator<Departure> LONGEST_DUE_FIRST = Comparator.comparing((Departure departure) ->
                    Objects.requireNonNull(departure.search().nextLook()))
            .thenComparing(departure -> departure.message().id().value());

    private final Tables tables;
    private final Attempts attempts;

    Reconciling(Tables tables, Attempts attempts) {
        this.tables = tables;
        this.attempts = attempts;
    }

    List<Trace> trace(Set<AccountId> accounts, int limit, Instant now, Duration pause) {
        return tables.queue.unknown().stream()
                .filter(departure -> departure.search().due(now))
                .filter(departure -> accounts.contains(departure.message().accountId()))
                .sorted(LONGEST_DUE_FIRST)
                .limit(limit)
                .map(departure -> {
                    departure.search().look(now, pause);
                    return departure.trace();
                })
                .toList();
    }

    Optional<StatusChange> conclude(Trace trace, Conclusion conclusion, Instant now) {
        Departure departure = tables.departures.get(trace.id());
        if (departure == null || !departure.isLookedForBy(trace)) {
            return Optional.empty();
        }
        if (conclusion instanceof Conclusion.SendAgain) {
            return Optional.of(
                    departure.expired(now) ? attempts.expire(departure, now) : again(departure, Source.DISPATCH, now));
        }
        if (conclusion instanceof Conclusion.NotAsked notAsked) {
            departure.search().notAsked(notAsked.nextLook());
            return Optional.empty();
        }
        Conclusion.Silent silent = (Conclusion.Silent) conclusion;
        departure.search().silent(trace, silent.nextLook());
        return silent.probablyNotSent() ? probablyNotSent(departure, now) : Optional.empty();
    }

    private static Optional<StatusChange> probablyNotSent(Departure departure, Instant now) {
        Failure known = departure.message().failure();
        boolean said = known != null && known.reason() == FailureReason.PROBABLY_NOT_SENT;
        return said ? Optional.empty() : Optional.of(departure.doubt(Failure.of(FailureReason.PROBABLY_NOT_SENT), now));
    }

    private StatusChange again(Departure departure, Source source, Instant now) {
        tables.queue.giveBack(departure, now);
        // Below unknown, so it moves nothing: an earlier copy may be out.
        return departure.say(MessageStatus.QUEUED, source, null, now);
    }

    Page<Unresolved> unresolved(PageRequest page) {
        return Pages.cut(tables.queue.unknown(), Departure::gatedPlace, Pages.OLDEST_FIRST, page)
                .map(Departure::unresolved);
    }

    Optional<StatusChange> sendAgain(UserId owner, MessageId id, Instant expiresAt, Instant now) {
        Departure departure = unknown(owner, id);
        if (departure == null || departure.state() != State.UNKNOWN) {
            return Optional.empty();
        }
        tables.campaign(departure.campaign()).ifPresent(campaign -> campaign.releases(departure));
        departure.renew(expiresAt);
        return Optional.of(again(departure, Source.PERSON, now));
    }

    Optional<StatusChange> giveUp(UserId owner, MessageId id, Instant now) {
        Departure departure = unknown(owner, id);
        if (departure == null || departure.state() == State.SENDING) {
            return Optional.empty();
        }
        Failure unresolved = Failure.of(FailureReason.UNRESOLVED);
        return Optional.of(attempts.finish(departure, MessageStatus.FAILED, Source.PERSON, unresolved, now));
    }

    private @Nullable Departure unknown(UserId owner, MessageId id) {
        Departure departure = tables.departures.get(id);
        return departure != null
                        && departure.order().owner().equals(owner)
                        && departure.message().status() == MessageStatus.UNKNOWN
                ? departure
                : null;
    }
}
