package io.smsmessenger.jpa;

import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Lane.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of lanes. Whoever locks several takes them in their natural order. */
final class LaneRows {
    /** Where no one has closed anything and no one is in front. */
    private static final long LONG_AGO = Long.MIN_VALUE;

    private static final String INSERT =
            Columns.of("kind laneId closedUntil troubledUntil freeAt").insertInto("sms_lane");
    private static final String TROUBLED =
            "select " + LaneRow.COLUMNS + " from sms_lane where troubled_until > ? order by kind, lane_id";
    private static final String USE = "update sms_lane set probe_at = ?, free_at = ? where kind = ? and lane_id = ?";

    private LaneRows() {}

    /** Those that are closed or being tried, without a lock. */
    static List<LaneRow> troubled(Tx tx, long now) {
        return tx.select(TROUBLED, now).stream().map(LaneRow::new).toList();
    }

    /** Makes sure that they have rows. */
    static void make(Tx tx, SortedSet<Lane> lanes) {
        for (Lane lane : lanes) {
            @Nullable Object[] row = {lane.kind(), lane.id(), LONG_AGO, LONG_AGO, LONG_AGO};
            if (tx.vendor().countsBlocksInTable()) {
                // An error would put the key's text into the driver's log.
                tx.execute(INSERT + " on duplicate key update lane_id = lane_id", row);
            } else {
                tx.insertMissing(INSERT, row);
            }
        }
    }

    /** Locks those that have rows. */
    static Map<Lane, LaneRow> lock(Tx tx, SortedSet<Lane> lanes) {
        Map<Kind, SortedSet<Long>> ids = new EnumMap<>(Kind.class);
        lanes.forEach(lane ->
                ids.computeIfAbsent(lane.kind(), kind -> new TreeSet<>()).add(lane.id()));
        Map<Lane, LaneRow> rows = new TreeMap<>();
        ids.forEach((kind, of) -> {
            List<Object> parameters = new ArrayList<>(List.of(kind));
            parameters.addAll(of);
            String sql =
                    "select " + LaneRow.COLUMNS + " from sms_lane" + tx.byKey() + " where kind = ? and lane_id in ("
                            + Statements.marks(of.size()) + ") order by lane_id for update";
            tx.select(sql, parameters.toArray()).stream().map(LaneRow::new).forEach(row -> rows.put(row.lane(), row));
        });
        return rows;
    }

    /** Writes down what was taken from locked ones. */
    static void use(Tx tx, Collection<LaneRow> rows) {
        tx.executeAll(
                USE,
                rows.stream()
                        .map(row -> new @Nullable Object[] {
                            row.probeAt(),
                            row.freeAt(),
                            row.lane().kind(),
                            row.lane().id()
                        })
                        .toList());
    }
}
