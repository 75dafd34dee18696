package io.smsmessenger.jpa;

import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Lane.Kind;
import io.smsmessenger.store.NewOutbound.Priority;
import java.util.Comparator;
import java.util.List;

/**
 * A message that is due, found without a lock: whoever takes it looks again.
 *
 * @param id the message
 * @param queue which queue it waits in
 * @param at since when
 * @param lanes the ways it goes
 */
record Due(long id, Priority queue, long at, List<Lane> lanes) {
    static final String COLUMNS = "o.message_id, o.priority, o.due_at, o.account_id, o.profile_id, o.assignment_id";
    static final Comparator<Due> ORDER =
            Comparator.comparing(Due::queue).thenComparing(Due::at).thenComparing(Due::id);

    static Due read(Row row) {
        return new Due(
                row.number(),
                Enqueuing.queue(row.integer()),
                row.number(),
                List.of(
                        new Lane(Kind.ACCOUNT, row.number()),
                        new Lane(Kind.PROFILE, row.number()),
                        new Lane(Kind.NUMBER, row.number())));
    }

    /** Whether an older version put it there, which did not say what lanes it goes. */
    boolean orphaned() {
        return lanes.get(0).id() == Adopting.NO_ACCOUNT;
    }
}
