package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.store.NumberStore.NewAssignment;
import java.util.Optional;

/** Opens ownership intervals. Two unique keys decide who comes first: one open interval a number, one default a user. */
final class Assigning {
    private static final String INSERT = Columns.of(
                    "id phone owner accountId providerNumberId label isDefault profileId"
                            + " profileSince ownedFrom openPhone defaultOwner")
            .insertInto("sms_number_assignment");
    private static final String OPEN =
            "select " + NumberRows.COLUMNS.sql("n") + " from sms_number_assignment n where n.open_phone = ?";

    private Assigning() {}

    static NumberAssignment assign(Tx tx, NewAssignment wanted) {
        Optional<NumberAssignment> standing = open(tx, wanted);
        if (standing.isPresent()) {
            return standing.get();
        }
        ProfileId profile = wanted.profileId();
        if (profile != null) {
            requireProfile(tx, profile, wanted.accountId());
        }
        boolean first = tx.readOne(
                        "select n.id from SmsNumberAssignment n where n.owner = ?1 and n.openPhone is not null",
                        wanted.owner().value())
                .isEmpty();
        long from = begin(tx, wanted);
        if (!insert(tx, wanted, from, first) && open(tx, wanted).isEmpty()) {
            // Not the number was taken but the place of the default, by an assignment at the same time.
            insert(tx, wanted, from, false);
        }
        return open(tx, wanted).orElseThrow();
    }

    static void requireProfile(Tx tx, ProfileId profile, AccountId account) {
        if (tx.readOne(
                        "select p.id from SmsProfile p where p.id = ?1 and p.accountId = ?2",
                        profile.value(),
                        account.value())
                .isEmpty()) {
            throw new SmsException(Problem.NOT_FOUND, "There is no such messaging profile in the number's account.");
        }
    }

    private static Optional<NumberAssignment> open(Tx tx, NewAssignment wanted) {
        Optional<NumberAssignment> standing =
                tx.selectOne(OPEN + tx.current(), wanted.number().value()).map(NumberRows::assignment);
        if (standing.isPresent() && !standing.get().owner().equals(wanted.owner())) {
            throw new SmsException(Problem.NUMBER_TAKEN, "Another user owns this number: release it first.");
        }
        return standing;
    }

    /** No earlier than the latest end: another node's clock may have been ahead when it closed the interval before. */
    private static long begin(Tx tx, NewAssignment wanted) {
        long at = Times.micros(wanted.at());
        return tx.readOne(
                        "select max(n.ownedUntil) from SmsNumberAssignment n where n.phone = ?1",
                        wanted.number().value())
                .map(Row::numberOrNull)
                .map(end -> Math.max(end, at))
                .orElse(at);
    }

    private static boolean insert(Tx tx, NewAssignment wanted, long from, boolean isDefault) {
        ProfileId profile = wanted.profileId();
        return tx.insertNew(
                INSERT,
                tx.nextId(),
                wanted.number().value(),
                wanted.owner().value(),
                wanted.accountId().value(),
                wanted.providerNumberId(),
                wanted.label(),
                isDefault,
                profile == null ? null : profile.value(),
                profile == null ? null : from,
                from,
                wanted.number().value(),
                isDefault ? wanted.owner().value() : null);
    }
}
