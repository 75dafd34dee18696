package io.smsmessenger.memory;

import io.smsmessenger.memory.Tables.EventKey;
import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.InboxStore.KeptEvent;
import io.smsmessenger.store.Keyset;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Which events were told, once each. Used under the lock only. */
final class Events {
    private final Tables tables;

    Events(Tables tables) {
        this.tables = tables;
    }

    /** Whether nothing is left to do about it. */
    boolean isDone(AccountId account, ProviderEvent event) {
        EventRow row = tables.events.get(new EventKey(account, event.eventId()));
        return row != null && !row.waits();
    }

    /** Nothing is left to do about it; answers whether it was not there yet. */
    boolean done(AccountId account, ProviderEvent event, Disposition disposition) {
        EventKey key = new EventKey(account, event.eventId());
        EventRow known = tables.events.get(key);
        if (known == null || known.waits()) {
            tables.events.put(key, new EventRow(tables.nextId(), disposition, null));
        }
        return known == null;
    }

    /** Keeps it as one that waits, unless it is there. */
    boolean await(
            AccountId account, ProviderEvent event, Disposition disposition, String why, byte[] raw, Instant now) {
        KeptEvent kept = new KeptEvent(account, event.eventId(), event.type(), disposition, why, raw.clone(), now);
        EventRow row = new EventRow(tables.nextId(), disposition, kept);
        return tables.events.putIfAbsent(new EventKey(account, event.eventId()), row) == null;
    }

    Page<KeptEvent> waiting(Disposition disposition, PageRequest page) {
        List<Waiting> rows = tables.events.values().stream()
                .filter(row -> row.waits() && row.disposition() == disposition)
                .map(row -> new Waiting(row.id(), Objects.requireNonNull(row.kept())))
                .toList();
        return Pages.cut(rows, Waiting::place, Pages.NEWEST_FIRST, page).map(Waiting::copy);
    }

    private record Waiting(long id, KeptEvent event) {
        Keyset place() {
            return new Keyset(event.receivedAt(), id);
        }

        /** With a body of the caller's own, as a database would hand out. */
        KeptEvent copy() {
            return new KeptEvent(
                    event.account(),
                    event.eventId(),
                    event.type(),
                    event.disposition(),
                    event.why(),
                    event.raw().clone(),
                    event.receivedAt());
        }
    }
}
