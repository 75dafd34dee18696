package io.smsmessenger.jpa;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.NewOutbound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes messages in: inserts only, so that a host's slow transaction is in nobody's way. */
final class Enqueuing {
    private static final String WAIT = Columns.of("messageId conversationId state priority dueAt attempts"
                    + " expiresAt accountId profileId assignmentId campaignId atLeastOnce looks silences")
            .insertInto("sms_outbox");
    private static final String BY_KEY = "select " + MessageRows.COLUMNS.sql("m")
            + ", m.fingerprint from sms_message m where m.owner = ? and m.client_key = ?";

    private Enqueuing() {}

    static Enqueued enqueue(Tx tx, NewOutbound wanted) {
        Optional<Line> own = Line.of(tx, wanted.numberId(), wanted.peer(), wanted.clientKey())
                .filter(found -> found.owner().equals(wanted.owner().value()));
        if (own.isEmpty() || own.get().repeated() != null) {
            return repeated(tx, wanted)
                    .orElseThrow(() -> new SmsException(
                            Problem.NUMBER_NOT_AVAILABLE, "The number to send from is not one of the user's."));
        }
        Line line = own.get();
        MessageId id = new MessageId(tx.nextId());
        Line.Room room = line.room(tx, wanted.peer(), wanted.at(), id, wanted.content());
        Message message = message(id, wanted, line, room);
        MessageInserts.Rest rest = new MessageInserts.Rest(
                wanted.owner().value(), line.accountId(), wanted.at(), wanted.fingerprint(), wanted.reference());
        if (!MessageInserts.insert(tx, message, rest)) {
            if (room.made()) {
                tx.change("delete from SmsConversation c where c.id = ?1", room.id());
            }
            return repeated(tx, wanted)
                    .orElseThrow(() -> new IllegalStateException("the planted reference is not unique"));
        }
        MessageInserts.media(tx, message, List.of());
        tx.execute(
                WAIT,
                message.id().value(),
                room.id(),
                OutboxState.READY,
                queue(wanted.priority()),
                Times.micros(due(wanted)),
                0,
                Times.micros(wanted.expiresAt()),
                line.accountId(),
                wanted.profileId().value(),
                wanted.numberId().value(),
                wanted.campaign() == null ? null : wanted.campaign().value(),
                wanted.guarantee() == Guarantee.AT_LEAST_ONCE,
                0,
                0);
        return new Enqueued.Stored(message);
    }

    /** The queue's number in the table. */
    static int queue(NewOutbound.Priority priority) {
        return switch (priority) {
            case ONE_TO_ONE -> 0;
            case BULK -> 1;
        };
    }

    static NewOutbound.Priority queue(int number) {
        return number == 0 ? NewOutbound.Priority.ONE_TO_ONE : NewOutbound.Priority.BULK;
    }

    /** What came of the key before, if it did. */
    private static Optional<Enqueued> repeated(Tx tx, NewOutbound wanted) {
        return repeated(tx, wanted.owner(), wanted.clientKey(), wanted.fingerprint());
    }

    static Optional<Enqueued> repeated(Tx tx, UserId owner, String clientKey, String fingerprint) {
        return tx.selectOne(BY_KEY + tx.current(), owner.value(), clientKey).map(row -> {
            Message first = MessageRows.message(tx, row);
            return fingerprint.equals(row.textOrNull()) ? new Enqueued.Repeated(first) : new Enqueued.Conflicting();
        });
    }

    private static Message message(MessageId id, NewOutbound wanted, Line line, Line.Room room) {
        Billing estimate = wanted.estimate();
        Instant sendAt = wanted.sendAt();
        return new Message(
                id,
                new ConversationId(room.id()),
                wanted.numberId(),
                wanted.profileId(),
                Direction.OUTBOUND,
                new PhoneNumber(line.phone()),
                wanted.peer(),
                wanted.content(),
                due(wanted).isAfter(wanted.at()) ? MessageStatus.SCHEDULED : MessageStatus.QUEUED,
                null,
                Times.exact(wanted.at()),
                sendAt == null ? null : Times.exact(sendAt),
                wanted.sendZone(),
                null,
                null,
                room.inboundPosition(),
                wanted.clientKey(),
                null,
                estimate);
    }

    private static Instant due(NewOutbound wanted) {
        Instant sendAt = wanted.sendAt();
        return sendAt != null && sendAt.isAfter(wanted.at()) ? sendAt : wanted.at();
    }
}
