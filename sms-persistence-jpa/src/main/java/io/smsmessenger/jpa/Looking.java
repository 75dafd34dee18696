package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Lane.Kind;
import io.smsmessenger.model.Pace;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.NewOutbound.Priority;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is due and has room on its lanes, without a lock. Lanes without room are passed by in the statement
 * itself, so that what waits behind them is found.
 */
final class Looking {
    private static final Map<Kind, String> COLUMNS =
            Map.of(Kind.ACCOUNT, "account_id", Kind.PROFILE, "profile_id", Kind.NUMBER, "assignment_id");

    /** Each queue has a stretch of the index of its own: what is scheduled for later is never walked over. */
    private static final String QUEUE = "(select " + Due.COLUMNS + " from sms_outbox o where o.state = 'READY'"
            + " and o.priority = ? and o.due_at <= ? and o.account_id in (%s)"
            + " and not exists (select 1 from sms_campaign c where c.id = o.campaign_id"
            + " and c.state not in ('RUNNING', 'FINISHED'))%s order by o.due_at, o.message_id limit ?)";

    private static final String ROOM = " and not exists (select 1 from sms_lane l where l.kind = '%s'"
            + " and l.lane_id = o.%s and (l.closed_until > ? or l.probe_at > ? or l.free_at > ?))";

    private final Tx tx;
    private final ClaimRequest request;
    private final long now;
    private final List<LaneRow> troubled;
    private final Set<Kind> watched = EnumSet.noneOf(Kind.class);

    private Looking(Tx tx, ClaimRequest request) {
        this.tx = tx;
        this.request = request;
        now = Times.micros(request.now());
        troubled = LaneRows.troubled(tx, now);
        watched.addAll(request.paces().keySet());
        troubled.forEach(row -> watched.add(row.lane().kind()));
    }

    /** Looks for so many of each queue, and some more, should others hold the first ones. */
    static Found look(Tx tx, ClaimRequest request, Map<Priority, Integer> wanted) {
        return new Looking(tx, request).look(wanted);
    }

    private Found look(Map<Priority, Integer> wanted) {
        List<Long> accounts = openAccounts();
        if (accounts.isEmpty()) {
            return new Found(List.of(), Set.of(), new TreeSet<>());
        }
        accounts.add(Adopting.NO_ACCOUNT);
        List<String> queues = new ArrayList<>();
        List<@Nullable Object> parameters = new ArrayList<>();
        wanted.forEach((queue, count) -> {
            parameters.add(Enqueuing.queue(queue));
            parameters.add(now);
            parameters.addAll(accounts);
            queues.add(QUEUE.formatted(Statements.marks(accounts.size()), room(parameters)));
            parameters.add(2 * count);
        });
        List<Due> due = tx.select(String.join(" union all ", queues), parameters.toArray()).stream()
                .map(Due::read)
                .sorted(Due.ORDER)
                .toList();
        Set<Priority> more = wanted.keySet().stream()
                .filter(queue ->
                        due.stream().filter(one -> one.queue() == queue).count() == 2L * wanted.getOrDefault(queue, 0))
                .collect(Collectors.toSet());
        return new Found(due, more, ruled(due));
    }

    /** A closed account is not even looked at: its backlog may be long. */
    private List<Long> openAccounts() {
        return request.accounts().stream()
                .filter(account -> troubled.stream()
                        .noneMatch(row -> row.closed(now) && row.lane().equals(Lane.of(account))))
                .map(AccountId::value)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private String room(List<@Nullable Object> parameters) {
        StringBuilder room = new StringBuilder();
        for (Kind kind : watched) {
            Pace pace = request.paces().get(kind);
            room.append(ROOM.formatted(kind, COLUMNS.get(kind)));
            parameters.add(now);
            parameters.add(now);
            parameters.add(pace == null ? Long.MAX_VALUE : LaneRow.fullBeyond(pace, now));
        }
        return room.toString();
    }

    /** Those lanes of theirs that are paced or being tried. */
    private SortedSet<Lane> ruled(List<Due> due) {
        Set<Lane> tried =
                troubled.stream().filter(LaneRow::probing).map(LaneRow::lane).collect(Collectors.toSet());
        return due.stream()
                .filter(one -> !one.orphaned())
                .flatMap(one -> one.lanes().stream())
                .filter(lane -> request.paces().containsKey(lane.kind()) || tried.contains(lane))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What a look found.
     *
     * @param due in the order in which they are to be taken
     * @param more the queues that may hold more behind these
     * @param ruled the lanes that let only so many through, to be locked
     */
    record Found(List<Due> due, Set<Priority> more, SortedSet<Lane> ruled) {}
}
