package io.smsmessenger.jpa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of messages that an older version put into the outbox what lanes they go, so that both versions can run on one
 * database.
 */
final class Adopting {
    /** What an older version leaves in the column it does not know. */
    static final long NO_ACCOUNT = 0;

    private static final String ORPHANS = "select message_id from sms_outbox%s where message_id in (%s)"
            + " and account_id = 0 for update skip locked";
    private static final String ADOPT = "update sms_outbox set"
            + " account_id = (select m.account_id from sms_message m where m.id = sms_outbox.message_id),"
            + " profile_id = (select m.profile_id from sms_message m where m.id = sms_outbox.message_id),"
            + " assignment_id = (select m.assignment_id from sms_message m where m.id = sms_outbox.message_id)"
            + " where message_id = ?";

    private Adopting() {}

    /** Those that others hold are left for next time. */
    static int adopt(Tx tx, List<Long> orphans) {
        if (orphans.isEmpty()) {
            return 0;
        }
        List<@Nullable Object[]> rows =
                tx.select(ORPHANS.formatted(tx.byKey(), Statements.marks(orphans.size())), orphans.toArray()).stream()
                        .map(row -> new @Nullable Object[] {row.number()})
                        .toList();
        tx.executeAll(ADOPT, rows);
        return rows.size();
    }
}
