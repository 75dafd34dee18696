package io.smsmessenger.memory;

import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.store.LaneStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

final class Lanes implements LaneStore {
    private final Tables tables;

    Lanes(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void pause(Lane lane, Instant until, FailureReason reason) {
        change(lane, row -> row.pause(until, reason));
    }

    @Override
    public void probe(Lane lane, Duration every, FailureReason reason, Instant now) {
        change(lane, row -> row.probe(every, reason, now));
    }

    @Override
    public void restore(Lane lane) {
        change(lane, LaneRow::restore);
    }

    @Override
    public List<LaneState> troubled(Instant now) {
        return tables.atomically(() -> tables.lanes.entrySet().stream()
                .filter(entry -> entry.getValue().troubled(now))
                .map(entry -> entry.getValue().snapshot(entry.getKey(), now))
                .toList());
    }

    private void change(Lane lane, Consumer<LaneRow> how) {
        tables.atomically(() -> {
            how.accept(tables.lane(lane));
            return lane;
        });
    }
}
