package io.smsmessenger.memory;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.NumberStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class Numbers implements NumberStore {
    private static final Comparator<NumberAssignment> DEFAULT_FIRST = Comparator.comparing(
                    (NumberAssignment row) -> !row.isDefault())
            .thenComparing(row -> row.id().value());

    private final Tables tables;

    Numbers(Tables tables) {
        this.tables = tables;
    }

    @Override
    public NumberAssignment assign(NewAssignment wanted) {
        return tables.atomically(() -> {
            Optional<NumberAssignment> open = openIntervalOf(wanted.number());
            if (open.isPresent()) {
                return open.filter(row -> row.owner().equals(wanted.owner()))
                        .orElseThrow(() -> new SmsException(Problem.NUMBER_TAKEN, "Another user owns this number."));
            }
            requireProfile(wanted.accountId(), wanted.profileId());
            Instant from = latestEnd(wanted.number())
                    .filter(end -> end.isAfter(wanted.at()))
                    .orElse(wanted.at());
            NumberAssignment row = new NumberAssignment(
                    new NumberId(tables.nextId()),
                    wanted.number(),
                    wanted.owner(),
                    wanted.accountId(),
                    wanted.providerNumberId(),
                    wanted.label(),
                    ownedBy(wanted.owner()).isEmpty(),
                    wanted.profileId(),
                    wanted.profileId() == null ? null : from,
                    from,
                    null);
            tables.intervals
                    .computeIfAbsent(row.number(), key -> new ArrayList<>())
                    .add(row.id());
            tables.numbersByOwner
                    .computeIfAbsent(row.owner(), key -> new ArrayList<>())
                    .add(row.id());
            return put(row);
        });
    }

    @Override
    public Optional<NumberAssignment> release(PhoneNumber number, Instant at) {
        return tables.atomically(() -> openIntervalOf(number)
                .map(row -> put(Assignments.closed(row, at.isBefore(row.from()) ? row.from() : at))));
    }

    @Override
    public List<NumberAssignment> ownedBy(UserId owner) {
        return tables.atomically(() -> tables.numbersByOwner.getOrDefault(owner, List.of()).stream()
                .map(tables.numbers::get)
                .filter(NumberAssignment::open)
                .sorted(DEFAULT_FIRST)
                .toList());
    }

    @Override
    public Optional<NumberAssignment> find(UserId owner, NumberId id) {
        return tables.atomically(() -> Optional.ofNullable(tables.numbers.get(id))
                .filter(row -> row.owner().equals(owner)));
    }

    @Override
    public Optional<NumberAssignment> ownedAt(PhoneNumber number, Instant at) {
        return tables.atomically(() -> tables.ownedAt(number, at));
    }

    @Override
    public Optional<NumberAssignment> label(UserId owner, NumberId id, @Nullable String label) {
        return change(owner, id, row -> Assignments.labelled(row, label));
    }

    @Override
    public Optional<NumberAssignment> makeDefault(UserId owner, NumberId id) {
        return change(owner, id, chosen -> {
            ownedBy(owner).forEach(row -> put(Assignments.byDefault(row, false)));
            return Assignments.byDefault(chosen, true);
        });
    }

    @Override
    public Optional<NumberAssignment> putOnProfile(UserId owner, NumberId id, @Nullable ProfileId profile, Instant at) {
        return change(owner, id, row -> {
            requireProfile(row.accountId(), profile);
            // Time on a profile counts from joining it, not from saying so again.
            return Objects.equals(row.profileId(), profile) ? row : Assignments.onProfile(row, profile, at);
        });
    }

    private Optional<NumberAssignment> change(UserId owner, NumberId id, UnaryOperator<NumberAssignment> how) {
        return tables.atomically(
                () -> find(owner, id).filter(NumberAssignment::open).map(row -> put(how.apply(row))));
    }

    private Optional<NumberAssignment> openIntervalOf(PhoneNumber number) {
        return tables.intervals.getOrDefault(number, List.of()).stream()
                .map(tables.numbers::get)
                .filter(NumberAssignment::open)
                .findFirst();
    }

    private Optional<Instant> latestEnd(PhoneNumber number) {
        return tables.intervals.getOrDefault(number, List.of()).stream()
                .map(tables.numbers::get)
                .flatMap(row -> Stream.ofNullable(row.until()))
                .max(Comparator.naturalOrder());
    }

    private void requireProfile(AccountId account, @Nullable ProfileId id) {
        if (id == null) {
            return;
        }
        MessagingProfile profile = tables.profiles.get(id);
        if (profile == null || !profile.accountId().equals(account)) {
            throw new SmsException(Problem.NOT_FOUND, "The number's account has no such messaging profile.");
        }
    }

    private NumberAssignment put(NumberAssignment row) {
        tables.numbers.put(row.id(), row);
        return row;
    }
}
