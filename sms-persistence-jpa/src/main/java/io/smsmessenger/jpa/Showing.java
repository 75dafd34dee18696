package io.smsmessenger.jpa;

import io.smsmessenger.model.Content;
import io.smsmessenger.model.Direction;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Previews;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps conversations up to date with what leaves. */
final class Showing {
    private static final String LEAVES =
            "select conversation_id, body, occurred_at, send_at from sms_message where id = ?";
    private static final String PREVIEW = "update sms_conversation set preview = ?, last_message_id = ?,"
            + " last_direction = ?, last_activity_at = case when last_activity_at < ? then ? else last_activity_at end"
            + " where id = ? and (last_activity_at <= ? or last_direction is null)";

    private Showing() {}

    /** Brings the conversation up to date, unless it shows something later. */
    static void show(Tx tx, Claim claim) {
        tx.selectOne(LEAVES, claim.id().value()).ifPresent(row -> {
            long conversation = row.number();
            // Its words may have been changed since it was claimed.
            Content content = Content.text(row.text());
            long at = Times.micros(leaves(row.instant(), row.instantOrNull()));
            tx.execute(PREVIEW, Previews.of(content), claim.id().value(), Direction.OUTBOUND, at, at, conversation, at);
        });
    }

    /** When it was handed over, or was to leave. */
    private static Instant leaves(Instant occurredAt, @Nullable Instant sendAt) {
        return sendAt != null && sendAt.isAfter(occurredAt) ? sendAt : occurredAt;
    }
}
