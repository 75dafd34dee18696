package io.smsmessenger.memory;

import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.InboxStore.KeptEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that was told.
 *
 * @param id ours
 * @param disposition what became of it
 * @param kept the event itself while it waits, null once it is done with
 */
record EventRow(long id, Disposition disposition, @Nullable KeptEvent kept) {
    boolean waits() {
        return kept != null;
    }
}
