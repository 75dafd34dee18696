package io.smsmessenger.jpa;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ContactId;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Turns rows into conversations. */
final class ConversationRows {
    static final Columns COLUMNS = Columns.of("id assignmentId phone peer peerName contactId preview lastDirection"
            + " lastActivityAt inboundPosition readPosition markedUnread state");

    private ConversationRows() {}

    static Conversation conversation(Row row) {
        return new Conversation(
                new ConversationId(row.number()),
                new NumberId(row.number()),
                new PhoneNumber(row.text()),
                Address.of(row.text()),
                row.textOrNull(),
                contact(row.numberOrNull()),
                row.text(),
                row.wordOrNull(Direction.class),
                row.instant(),
                row.number(),
                row.number(),
                row.flag(),
                row.word(ConversationState.class));
    }

    private static @Nullable ContactId contact(@Nullable Long id) {
        return id == null ? null : new ContactId(id);
    }
}
