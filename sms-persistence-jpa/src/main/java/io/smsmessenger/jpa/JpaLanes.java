package io.smsmessenger.jpa;

import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.store.LaneStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lanes: one row each, one conditional update a change. */
final class JpaLanes implements LaneStore {
    private static final long FOR_EVER = Long.MAX_VALUE;
    private static final long LONG_AGO = Long.MIN_VALUE;

    private static final String PAUSE = "update sms_lane set closed_until = ?, reason = ?,"
            + " troubled_until = case when probe_every is null then ? else troubled_until end"
            + " where kind = ? and lane_id = ? and closed_until < ?";
    private static final String PROBE = "update sms_lane set probe_every = ?, probe_at = ?, reason = ?,"
            + " troubled_until = ? where kind = ? and lane_id = ?";
    private static final String RESTORE = "update sms_lane set closed_until = ?, probe_every = null, probe_at = null,"
            + " reason = null, troubled_until = ? where kind = ? and lane_id = ?";

    private final Transactions transactions;

    JpaLanes(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void pause(Lane lane, Instant until, FailureReason reason) {
        long closed = Times.micros(until);
        change(lane, PAUSE, closed, reason, closed, lane.kind(), lane.id(), closed);
    }

    @Override
    public void probe(Lane lane, Duration every, FailureReason reason, Instant now) {
        long step = LaneRow.micros(every);
        change(lane, PROBE, step, Times.micros(now) + step, reason, FOR_EVER, lane.kind(), lane.id());
    }

    @Override
    public void restore(Lane lane) {
        transactions.own(tx -> tx.execute(RESTORE, LONG_AGO, LONG_AGO, lane.kind(), lane.id()));
    }

    @Override
    public List<LaneState> troubled(Instant now) {
        return transactions.own(tx -> LaneRows.troubled(tx, Times.micros(now)).stream()
                .map(row -> row.state(now))
                .sorted(Comparator.comparing(LaneState::lane))
                .toList());
    }

    private void change(Lane lane, String update, @Nullable Object... parameters) {
        transactions.own(tx -> {
            LaneRows.make(tx, new TreeSet<>(List.of(lane)));
            return tx.execute(update, parameters);
        });
    }
}
