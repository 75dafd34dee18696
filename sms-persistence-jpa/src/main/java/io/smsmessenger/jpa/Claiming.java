package io.smsmessenger.jpa;

import io.smsmessenger.model.Lane;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.NewOutbound.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages out, and takes them back. A look finds what is due, a transaction of its own takes it: one that has
 * read before it locks would, where a transaction keeps to its first view, see texts as they were then.
 */
final class Claiming {
    /** How often to look again when others were faster each time. */
    private static final int FRUITLESS_ROUNDS = 3;

    private static final String GIVE_BACK = "update sms_outbox set state = 'READY', token = null, lease_until = null%s"
            + " where message_id = ? and token = ? and state = 'CLAIMED'";
    private static final String RELEASE = GIVE_BACK.formatted("");
    private static final String DEFER = GIVE_BACK.formatted(", due_at = ?");

    private final Transactions transactions;
    private final ClaimRequest request;
    private final String token = UUID.randomUUID().toString();
    private final List<Claim> claims = new ArrayList<>();

    private Claiming(Transactions transactions, ClaimRequest request) {
        this.transactions = transactions;
        this.request = request;
    }

    static List<Claim> claim(Transactions transactions, ClaimRequest request) {
        return new Claiming(transactions, request).run();
    }

    private List<Claim> run() {
        int fruitless = 0;
        while (fruitless < FRUITLESS_ROUNDS) {
            Map<Priority, Integer> wanted = wanted();
            if (wanted.isEmpty()) {
                break;
            }
            Looking.Found found = transactions.own(tx -> Looking.look(tx, request, wanted));
            List<Long> orphans =
                    found.due().stream().filter(Due::orphaned).map(Due::id).toList();
            List<Claim> taken = found.due().isEmpty() ? List.of() : take(found, wanted);
            claims.addAll(taken);
            if (!orphans.isEmpty()) {
                transactions.own(tx -> Adopting.adopt(tx, orphans));
            } else if (wanted().keySet().stream().noneMatch(found.more()::contains)) {
                break;
            }
            fruitless = taken.isEmpty() ? fruitless + 1 : 0;
        }
        return claims;
    }

    /** How many are still wanted of each queue; bulk has a part of the room. */
    private Map<Priority, Integer> wanted() {
        Map<Priority, Integer> wanted = new EnumMap<>(Priority.class);
        int room = request.limit() - claims.size();
        if (room > 0) {
            wanted.put(Priority.ONE_TO_ONE, room);
        }
        long bulk = claims.stream()
                .filter(claim -> claim.priority() == Priority.BULK)
                .count();
        int bulkRoom = Math.min(room, request.bulkLimit() - (int) bulk);
        if (bulkRoom > 0) {
            wanted.put(Priority.BULK, bulkRoom);
        }
        return wanted;
    }

    private List<Claim> take(Looking.Found found, Map<Priority, Integer> wanted) {
        Taking.Taken taken = transactions.own(tx -> new Taking(tx, request, token, wanted).take(found));
        if (taken.missing().isEmpty()) {
            return taken.claims();
        }
        transactions.own(tx -> make(tx, taken.missing()));
        return transactions
                .own(tx -> new Taking(tx, request, token, wanted).take(found))
                .claims();
    }

    private static int make(Tx tx, SortedSet<Lane> lanes) {
        LaneRows.make(tx, lanes);
        return lanes.size();
    }

    /** Gives back claims that have not passed the gate, in the order of their ids. */
    static void release(Tx tx, Collection<Claim> claims) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        claims.stream()
                .sorted(Comparator.comparing(claim -> claim.id().value()))
                .forEach(claim -> rows.add(new @Nullable Object[] {claim.id().value(), claim.token()}));
        tx.executeAll(RELEASE, rows);
    }

    /** Gives one back for later. */
    static int defer(Tx tx, Claim claim, Instant until) {
        return tx.execute(DEFER, Times.micros(until), claim.id().value(), claim.token());
    }
}
