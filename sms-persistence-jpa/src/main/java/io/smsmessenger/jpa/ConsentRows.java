package io.smsmessenger.jpa;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.OptOut;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows that the gate and a STOP meet on. Whoever locks several takes them in the scopes' natural order. */
final class ConsentRows {
    private static final String INSERT =
            Columns.of("scopeKind scopeId peer optedOut").insertInto("sms_consent");
    private static final String LOCK = "select opted_out, source, since from sms_consent"
            + " where scope_kind = ? and scope_id = ? and peer = ? for update";
    private static final String UPDATE = "update sms_consent set opted_out = ?, source = ?, since = ?"
            + " where scope_kind = ? and scope_id = ? and peer = ?";

    private ConsentRows() {}

    /** Locks them all, made where they are missing, and tells the opt-outs among them. */
    static List<OptOut> lock(Tx tx, Collection<ConsentScope> scopes, Address peer) {
        return new TreeSet<>(scopes)
                .stream()
                        .map(scope -> lock(tx, scope, peer))
                        .flatMap(Optional::stream)
                        .toList();
    }

    static Optional<OptOut> lock(Tx tx, ConsentScope scope, Address peer) {
        if (tx.vendor().countsBlocksInTable()) {
            // Asking InnoDB for a row that is not there locks the gap, and two who ask then wait for each other's.
            tx.execute(INSERT + " on duplicate key update peer = peer", key(scope, peer, false));
        }
        Row row = tx.selectOne(LOCK, key(scope, peer)).orElseGet(() -> {
            tx.insertMissing(INSERT, key(scope, peer, false));
            return tx.selectOne(LOCK, key(scope, peer)).orElseThrow();
        });
        return row.flag()
                ? Optional.of(new OptOut(scope, peer, row.word(OptOut.Source.class), row.instant()))
                : Optional.empty();
    }

    /** Opts out under a lock that the caller may hold already. */
    static boolean optOut(Tx tx, ConsentScope scope, Address peer, OptOut.Source source, Instant at) {
        if (lock(tx, scope, peer).isPresent()) {
            return false;
        }
        tx.execute(UPDATE, true, source, Times.micros(at), scope.kind(), scope.id(), peer.value());
        return true;
    }

    static boolean optIn(Tx tx, ConsentScope scope, Address peer, OptOut.Source source) {
        Optional<OptOut> standing = lock(tx, scope, peer);
        boolean mayUndo = standing.isPresent()
                && !(source == OptOut.Source.KEYWORD && standing.get().source() == OptOut.Source.PERSON);
        if (mayUndo) {
            tx.execute(UPDATE, false, null, null, scope.kind(), scope.id(), peer.value());
        }
        return mayUndo;
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
