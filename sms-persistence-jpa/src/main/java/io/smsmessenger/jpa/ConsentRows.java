package io.smsmessenger.jpa;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.OptOut;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that the gate and a STOP meet on. Whoever locks several takes them in the scopes' natural order. */
final class ConsentRows {
    private static final String INSERT =
            Columns.of("scopeKind scopeId peer optedOut").insertInto("sms_consent");
    private static final String LOCK = "select opted_out, source, since, asked_at from sms_consent"
            + " where scope_kind = ? and scope_id = ? and peer = ? for update";
    private static final String UPDATE = "update sms_consent set opted_out = ?, source = ?, since = ?,"
            + " asked_at = ?"
            + " where scope_kind = ? and scope_id = ? and peer = ?";

    private static final String ASKED =
            "update sms_consent set asked_at = ? where scope_kind = ? and scope_id = ? and peer = ?";

    private ConsentRows() {}

    /** Locks them all, made where they are missing, and tells the opt-outs among them. */
    static List<OptOut> lock(Tx tx, Collection<ConsentScope> scopes, Address peer) {
        return new TreeSet<>(scopes)
                .stream()
                        .map(scope -> lock(tx, scope, peer).optOut())
                        .flatMap(Stream::ofNullable)
                        .toList();
    }

    private static Wish lock(Tx tx, ConsentScope scope, Address peer) {
        if (tx.vendor().countsBlocksInTable()) {
            // Asking InnoDB for a row that is not there locks the gap, and two who ask then wait for each other's.
            tx.execute(INSERT + " on duplicate key update peer = peer", key(scope, peer, false));
        }
        Row row = tx.selectOne(LOCK, key(scope, peer)).orElseGet(() -> {
            tx.insertMissing(INSERT, key(scope, peer, false));
            return tx.selectOne(LOCK, key(scope, peer)).orElseThrow();
        });
        boolean optedOut = row.flag();
        OptOut.Source source = row.wordOrNull(OptOut.Source.class);
        Instant since = row.instantOrNull();
        return new Wish(
                optedOut && source != null && since != null ? new OptOut(scope, peer, source, since) : null,
                row.numberOrNull());
    }

    /** Opts out under a lock that the caller may hold already. */
    static boolean optOut(Tx tx, ConsentScope scope, Address peer, OptOut.Source source, Instant at) {
        Wish standing = lock(tx, scope, peer);
        if (standing.optOut() != null) {
            remember(tx, scope, peer, standing, at);
            return false;
        }
        if (standing.makesLate(source, at)) {
            return false;
        }
        long since = Times.micros(at);
        tx.execute(UPDATE, true, source, since, standing.latest(at), scope.kind(), scope.id(), peer.value());
        return true;
    }

    static boolean optIn(Tx tx, ConsentScope scope, Address peer, OptOut.Source source, Instant at) {
        Wish standing = lock(tx, scope, peer);
        if (standing.optOut() == null) {
            remember(tx, scope, peer, standing, at);
            return false;
        }
        boolean persons = standing.optOut().source() == OptOut.Source.PERSON;
        // What a person entered, only a person takes back.
        if (standing.makesLate(source, at) || (persons && source != OptOut.Source.PERSON)) {
            return false;
        }
        tx.execute(UPDATE, false, null, null, standing.latest(at), scope.kind(), scope.id(), peer.value());
        return true;
    }

    /** A wish that changes nothing still makes older ones late. */
    private static void remember(Tx tx, ConsentScope scope, Address peer, Wish standing, Instant at) {
        if (standing.askedAt() == null || standing.askedAt() < Times.micros(at)) {
            tx.execute(ASKED, Times.micros(at), scope.kind(), scope.id(), peer.value());
        }
    }

    /** What a locked row says: the opt-out that stands, if one does, and when anything was last asked. */
    private record Wish(@Nullable OptOut optOut, @Nullable Long askedAt) {
        boolean makesLate(OptOut.Source source, Instant at) {
            return source != OptOut.Source.PERSON && askedAt != null && Times.micros(at) < askedAt;
        }

        long latest(Instant at) {
            return askedAt == null ? Times.micros(at) : Math.max(askedAt, Times.micros(at));
        }
    }

    private static @Nullable Object[] key(ConsentScope scope, Address peer, @Nullable Object... more) {
        @Nullable Object[] key = new @Nullable Object[3 + more.length];
        key[0] = scope.kind();
        key[1] = scope.id();
        key[2] = peer.value();
        System.arraycopy(more, 0, key, 3, more.length);
        return key;
    }
}
