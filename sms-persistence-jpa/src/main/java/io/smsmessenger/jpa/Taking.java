package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.NewOutbound.Priority;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages that a look found. It begins with locks, so that all it reads after them is as it stands under them: a
 * text that was changed a moment ago leaves with its new words. Rows that others hold are skipped, which saves waiting;
 * that nobody gets what another has is the update's doing.
 */
final class Taking {
    private static final String LOCK =
            "select message_id from sms_outbox%s where message_id in (%s) and state = 'READY'"
                    + " and due_at <= ? for update skip locked";
    private static final String TAKE = "update sms_outbox%s set state = 'CLAIMED', token = ?, lease_until = ?"
            + " where message_id in (%s) and state = 'READY'";
    private static final String DETAILS = "select " + MessageRows.COLUMNS.sql("m")
            + ", m.owner, m.account_id, m.reference, p.provider_profile_id, o.priority, o.attempts, o.expires_at"
            + " from sms_outbox o join sms_message m on m.id = o.message_id join sms_profile p on p.id = m.profile_id"
            + " where o.message_id in (%s) and o.token = ?";

    private final Tx tx;
    private final ClaimRequest request;
    private final String token;
    private final Map<Priority, Integer> wanted;
    private final long now;
    private Map<Lane, LaneRow> lanes = Map.of();

    Taking(Tx tx, ClaimRequest request, String token, Map<Priority, Integer> wanted) {
        this.tx = tx;
        this.request = request;
        this.token = token;
        this.wanted = wanted;
        now = Times.micros(request.now());
    }

    /** Takes what there is room for, nothing at all while a lane has no row. */
    Taken take(Looking.Found found) {
        lanes = LaneRows.lock(tx, found.ruled());
        SortedSet<Lane> missing = new TreeSet<>(found.ruled());
        missing.removeAll(lanes.keySet());
        List<Due> taken = missing.isEmpty() ? lock(found.due()) : List.of();
        if (taken.isEmpty()) {
            return new Taken(List.of(), missing);
        }
        List<Long> ids = taken.stream().map(Due::id).toList();
        List<Object> parameters =
                new ArrayList<>(List.of(token, Times.micros(request.now().plus(request.lease()))));
        parameters.addAll(ids);
        tx.execute(TAKE.formatted(tx.byKey(), Statements.marks(ids.size())), parameters.toArray());
        Set<Long> probes = use(taken);
        Map<Long, Claim> claims = claims(ids, probes);
        return new Taken(ids.stream().map(claims::get).filter(Objects::nonNull).toList(), missing);
    }

    /** Locks those that there is room for; where others hold some of them, those behind. */
    private List<Due> lock(List<Due> due) {
        List<Due> first = pick(due, List.of());
        Set<Long> held = lockRows(first);
        List<Due> taken = first.stream().filter(one -> held.contains(one.id())).toList();
        if (taken.size() == first.size()) {
            return taken;
        }
        List<Due> behind = due.stream().filter(one -> !first.contains(one)).toList();
        List<Due> second = pick(behind, taken);
        held.addAll(lockRows(second));
        return due.stream().filter(one -> held.contains(one.id())).toList();
    }

    private Set<Long> lockRows(List<Due> due) {
        Set<Long> held = new HashSet<>();
        if (!due.isEmpty()) {
            List<Object> parameters = new ArrayList<>(due.stream().map(Due::id).toList());
            parameters.add(now);
            tx.select(LOCK.formatted(tx.byKey(), Statements.marks(due.size())), parameters.toArray())
                    .forEach(row -> held.add(row.number()));
        }
        return held;
    }

    /** Those of them that there is room for beside what is taken already. */
    private List<Due> pick(List<Due> due, List<Due> taken) {
        Map<Lane, LaneRow> rooms = new HashMap<>();
        lanes.forEach((lane, row) -> rooms.put(lane, new LaneRow(row)));
        Map<Priority, Integer> left = new EnumMap<>(wanted);
        taken.forEach(one -> use(one, rooms, left));
        List<Due> picked = new ArrayList<>();
        for (Due one : due) {
            boolean fits = !one.orphaned()
                    && left.getOrDefault(one.queue(), 0) > 0
                    && one.lanes().stream().allMatch(lane -> {
                        LaneRow row = rooms.get(lane);
                        return row == null || row.allows(request.paces().get(lane.kind()), now);
                    });
            if (fits) {
                use(one, rooms, left);
                picked.add(one);
            }
        }
        return picked;
    }

    private void use(Due one, Map<Lane, LaneRow> rooms, Map<Priority, Integer> left) {
        // The room for one-to-one texts is all the room there is; bulk has a part of it.
        left.computeIfPresent(Priority.ONE_TO_ONE, (queue, count) -> count - 1);
        left.computeIfPresent(
                Priority.BULK,
                (queue, count) -> Math.min(
                        one.queue() == Priority.BULK ? count - 1 : count, left.getOrDefault(Priority.ONE_TO_ONE, 0)));
        one.lanes().forEach(lane -> {
            LaneRow row = rooms.get(lane);
            if (row != null) {
                row.take(request.paces().get(lane.kind()), now);
            }
        });
    }

    /** Writes down the room that these take up, and tells which of them try a lane. */
    private Set<Long> use(List<Due> taken) {
        Set<Long> probes = new HashSet<>();
        for (Due one : taken) {
            use(one, lanes, new EnumMap<>(Priority.class));
            if (one.lanes().stream().map(lanes::get).anyMatch(row -> row != null && row.probing())) {
                probes.add(one.id());
            }
        }
        LaneRows.use(tx, lanes.values().stream().filter(LaneRow::used).toList());
        return probes;
    }

    private Map<Long, Claim> claims(List<Long> ids, Set<Long> probes) {
        List<@Nullable Object> parameters = new ArrayList<>(ids);
        parameters.add(token);
        List<Row> rows = tx.select(DETAILS.formatted(Statements.marks(ids.size())), parameters.toArray());
        List<Message> messages = MessageRows.messages(tx, rows);
        Map<Long, Claim> claims = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Message message = messages.get(i);
            long id = message.id().value();
            claims.put(id, claim(message, rows.get(i), probes.contains(id)));
        }
        return claims;
    }

    private Claim claim(Message message, Row rest, boolean probe) {
        UserId owner = new UserId(rest.text());
        AccountId account = new AccountId(rest.number());
        String reference = rest.text();
        ProfileId profile = Objects.requireNonNull(message.profileId());
        return new Claim(
                message.id(),
                token,
                owner,
                account,
                message.numberId(),
                profile,
                rest.text(),
                message.number(),
                message.peer(),
                message.content(),
                reference,
                Enqueuing.queue(rest.integer()),
                probe,
                rest.integer(),
                rest.instant());
    }

    /**
     * What was taken.
     *
     * @param claims in order
     * @param missing lanes that have no row to lock yet: nothing was taken then
     */
    record Taken(List<Claim> claims, SortedSet<Lane> missing) {}
}
