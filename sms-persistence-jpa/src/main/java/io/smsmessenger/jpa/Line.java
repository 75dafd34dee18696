package io.smsmessenger.jpa;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.store.Previews;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number assignment as seen from one peer, read in one statement: with their conversation and contact, if there are.
 *
 * @param numberId the assignment
 * @param owner whose it is
 * @param phone the number
 * @param accountId its provider account
 * @param profileId the profile it is on
 * @param open whether it is still the owner's
 * @param conversationId the conversation with the peer
 * @param inboundPosition how many texts it has seen
 * @param contactId the owner's contact for the peer
 * @param contactName its name
 * @param repeated a message with the asked-for client key
 */
record Line(
        long numberId,
        String owner,
        String phone,
        long accountId,
        @Nullable Long profileId,
        boolean open,
        @Nullable Long conversationId,
        long inboundPosition,
        @Nullable Long contactId,
        @Nullable String contactName,
        @Nullable Long repeated) {
    private static final String SELECT =
            "select n.id, n.owner, n.phone, n.account_id, n.profile_id, n.open_phone, c.id,"
                    + " c.inbound_position, k.id, k.name, %s from sms_number_assignment n"
                    + " left join sms_conversation c on c.assignment_id = n.id and c.peer = ?"
                    + " left join sms_contact k on k.owner = n.owner and k.address = ?";
    private static final String BY_ID = SELECT.formatted("null") + " where n.id = ?";
    private static final String BY_ID_AND_KEY = SELECT.formatted("m.id")
            + " left join sms_message m on m.owner = n.owner and m.client_key = ? where n.id = ?";
    private static final String BY_TIME = SELECT.formatted("null")
            + " where n.phone = ? and n.owned_from <= ? and (n.owned_until is null or n.owned_until > ?)";

    private static final String INSERT = Columns.of(
                    "id owner assignmentId phone peer peerName contactId preview"
                            + " lastMessageId lastDirection lastActivityAt inboundPosition readPosition markedUnread unread state")
            .insertInto("sms_conversation");

    static Optional<Line> of(Tx tx, NumberId id, Address peer) {
        return tx.selectOne(BY_ID, peer.value(), peer.value(), id.value()).map(Line::read);
    }

    static Optional<Line> of(Tx tx, NumberId id, Address peer, String clientKey) {
        return tx.selectOne(BY_ID_AND_KEY, peer.value(), peer.value(), clientKey, id.value())
                .map(Line::read);
    }

    static Optional<Line> of(Tx tx, PhoneNumber phone, Instant at, Address peer) {
        long micros = Times.micros(at);
        return tx.selectOne(BY_TIME, peer.value(), peer.value(), phone.value(), micros, micros)
                .map(Line::read);
    }

    private static Line read(Row row) {
        long id = row.number();
        String owner = row.text();
        String phone = row.text();
        long account = row.number();
        Long profile = row.numberOrNull();
        boolean open = row.textOrNull() != null;
        Long conversation = row.numberOrNull();
        Long position = row.numberOrNull();
        return new Line(
                id,
                owner,
                phone,
                account,
                profile,
                open,
                conversation,
                position == null ? 0 : position,
                row.numberOrNull(),
                row.textOrNull(),
                row.numberOrNull());
    }

    /** The conversation with this peer, made if it is new. */
    Room room(Tx tx, Address peer, Instant at) {
        return room(tx, peer, at, null, null);
    }

    /** The same, and one that is made shows this text of ours from the start. */
    Room room(Tx tx, Address peer, Instant at, @Nullable MessageId first, @Nullable Content content) {
        if (conversationId != null) {
            return new Room(conversationId, inboundPosition, false);
        }
        long id = tx.nextId();
        boolean made = tx.insertNew(
                INSERT,
                id,
                owner,
                numberId,
                phone,
                peer.value(),
                contactName,
                contactId,
                content == null ? "" : Previews.of(content),
                first == null ? null : first.value(),
                first == null ? null : Direction.OUTBOUND,
                Times.micros(at),
                0L,
                0L,
                false,
                false,
                ConversationState.OPEN);
        if (made) {
            return new Room(id, 0, true);
        }
        // Somebody was faster; an older snapshot than their commit would not show it.
        return tx.selectOne(
                        "select id, inbound_position from sms_conversation where assignment_id = ? and peer = ?"
                                + tx.current(),
                        numberId,
                        peer.value())
                .map(row -> new Room(row.number(), row.number(), false))
                .orElseThrow();
    }

    /** A conversation's row, how many texts it has seen, and whether this transaction made it. */
    record Room(long id, long inboundPosition, boolean made) {}
}
