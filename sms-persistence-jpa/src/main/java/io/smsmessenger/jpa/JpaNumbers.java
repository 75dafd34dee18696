package io.smsmessenger.jpa;

import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.NumberStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who owns which number. */
final class JpaNumbers implements NumberStore {
    private static final String SELECT = "select " + NumberRows.COLUMNS.jpql("n") + " from SmsNumberAssignment n";
    private static final String CURRENT =
            "select " + NumberRows.COLUMNS.sql("n") + " from sms_number_assignment n where n.id = ? and n.owner = ?";

    private final Transactions transactions;

    JpaNumbers(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public NumberAssignment assign(NewAssignment assignment) {
        return transactions.join(tx -> Assigning.assign(tx, assignment));
    }

    @Override
    public Optional<NumberAssignment> release(PhoneNumber number, Instant at) {
        return transactions.join(tx -> tx.readOne(SELECT + " where n.openPhone = ?1", number.value())
                .map(NumberRows::assignment)
                .filter(open -> tx.change(
                                "update SmsNumberAssignment n set n.ownedUntil = ?1, n.openPhone = null,"
                                        + " n.isDefault = false, n.defaultOwner = null"
                                        + " where n.id = ?2 and n.openPhone is not null",
                                Math.max(Times.micros(at), Times.micros(open.from())),
                                open.id().value())
                        == 1)
                .flatMap(closed -> current(tx, closed.owner(), closed.id())));
    }

    @Override
    public List<NumberAssignment> ownedBy(UserId owner) {
        return transactions.join(
                tx -> tx.read(SELECT + " where n.owner = ?1 and n.openPhone is not null", owner.value()).stream()
                        .map(NumberRows::assignment)
                        .sorted(Comparator.comparing(NumberAssignment::isDefault)
                                .reversed()
                                .thenComparing(number -> number.id().value()))
                        .toList());
    }

    @Override
    public Optional<NumberAssignment> find(UserId owner, NumberId id) {
        return transactions.join(tx -> find(tx, owner, id));
    }

    @Override
    public Optional<NumberAssignment> ownedAt(PhoneNumber number, Instant at) {
        return transactions.join(tx -> tx.readOne(
                        SELECT + " where n.phone = ?1 and n.ownedFrom <= ?2"
                                + " and (n.ownedUntil is null or n.ownedUntil > ?2)",
                        number.value(),
                        Times.micros(at))
                .map(NumberRows::assignment));
    }

    @Override
    public Optional<NumberAssignment> label(UserId owner, NumberId id, @Nullable String label) {
        return change(owner, id, "n.label = ?3", label);
    }

    @Override
    public Optional<NumberAssignment> makeDefault(UserId owner, NumberId id) {
        return transactions.join(tx -> {
            if (tx.readOne(
                            "select n.id from SmsNumberAssignment n"
                                    + " where n.id = ?1 and n.owner = ?2 and n.openPhone is not null",
                            id.value(),
                            owner.value())
                    .isEmpty()) {
                return Optional.empty();
            }
            // The key on default_owner lets go of the one before it takes the other.
            tx.change(
                    "update SmsNumberAssignment n set n.isDefault = false, n.defaultOwner = null"
                            + " where n.defaultOwner = ?1 and n.id <> ?2",
                    owner.value(),
                    id.value());
            int made = tx.updateUnlessTaken(
                    "update sms_number_assignment set is_default = ?, default_owner = owner"
                            + " where id = ? and open_phone is not null",
                    true,
                    id.value());
            return made == 0 ? Optional.empty() : current(tx, owner, id);
        });
    }

    @Override
    public Optional<NumberAssignment> putOnProfile(UserId owner, NumberId id, @Nullable ProfileId profile, Instant at) {
        return transactions.join(tx -> find(tx, owner, id)
                .filter(NumberAssignment::open)
                .flatMap(number -> {
                    if (profile != null) {
                        Assigning.requireProfile(tx, profile, number.accountId());
                    }
                    if (Objects.equals(profile, number.profileId())) {
                        // Time on a profile counts from joining it, not from saying so again.
                        return Optional.of(number);
                    }
                    int changed = tx.change(
                            "update SmsNumberAssignment n set n.profileId = ?3, n.profileSince = ?4"
                                    + " where n.id = ?1 and n.owner = ?2 and n.openPhone is not null",
                            id.value(),
                            owner.value(),
                            profile == null ? null : profile.value(),
                            profile == null ? null : Times.micros(at));
                    return changed == 0 ? Optional.empty() : current(tx, owner, id);
                }));
    }

    private Optional<NumberAssignment> change(UserId owner, NumberId id, String set, @Nullable Object value) {
        return transactions.join(tx -> {
            int changed = tx.change(
                    "update SmsNumberAssignment n set " + set
                            + " where n.id = ?1 and n.owner = ?2 and n.openPhone is not null",
                    id.value(),
                    owner.value(),
                    value);
            return changed == 0 ? Optional.empty() : current(tx, owner, id);
        });
    }

    private static Optional<NumberAssignment> find(Tx tx, UserId owner, NumberId id) {
        return tx.readOne(SELECT + " where n.id = ?1 and n.owner = ?2", id.value(), owner.value())
                .map(NumberRows::assignment);
    }

    /** As it is, also where an update that changed nothing leaves an older snapshot's row in sight. */
    private static Optional<NumberAssignment> current(Tx tx, UserId owner, NumberId id) {
        return tx.selectOne(CURRENT + tx.current(), id.value(), owner.value()).map(NumberRows::assignment);
    }
}
