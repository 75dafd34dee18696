package io.smsmessenger.jpa;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Money;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.ProviderMessageId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns rows into messages; media are read for all of them at once, and only if there are any. */
final class MessageRows {
    static final Columns COLUMNS = Columns.of("id conversationId assignmentId profileId direction phone peer body"
            + " mediaCount status failureReason failureCode failureDetail occurredAt sendAt sendZone sentAt completedAt position"
            + " clientKey providerId encoding parts costAmount costCurrency");

    private MessageRows() {}

    static List<Message> messages(Tx tx, List<Row> rows) {
        List<Half> halves = rows.stream().map(MessageRows::half).toList();
        List<Long> withMedia = halves.stream()
                .filter(half -> half.media() > 0)
                .map(half -> half.message().id().value())
                .toList();
        if (withMedia.isEmpty()) {
            return halves.stream().map(Half::message).toList();
        }
        Map<Long, List<URI>> media = new HashMap<>();
        tx.read(
                        "select x.messageId, x.url from SmsMedia x where x.messageId in ?1"
                                + " order by x.messageId, x.ordinal",
                        withMedia)
                .forEach(row -> media.computeIfAbsent(row.number(), id -> new ArrayList<>())
                        .add(URI.create(row.text())));
        return halves.stream()
                .map(half -> half.with(media.getOrDefault(half.message().id().value(), List.of())))
                .toList();
    }

    /** The one message of a row that may have further columns behind the message's. */
    static Message message(Tx tx, Row row) {
        return messages(tx, List.of(row)).get(0);
    }

    private static Half half(Row row) {
        MessageId id = new MessageId(row.number());
        ConversationId conversation = new ConversationId(row.number());
        NumberId number = new NumberId(row.number());
        Long profile = row.numberOrNull();
        Direction direction = row.word(Direction.class);
        PhoneNumber phone = new PhoneNumber(row.text());
        Address peer = Address.of(row.text());
        String body = row.text();
        int media = row.integer();
        MessageStatus status = row.word(MessageStatus.class);
        Failure failure = failure(row);
        Instant occurredAt = row.instant();
        Instant sendAt = row.instantOrNull();
        ZoneId sendZone = zone(row.textOrNull());
        Instant sentAt = row.instantOrNull();
        Instant completedAt = row.instantOrNull();
        long position = row.number();
        String clientKey = row.textOrNull();
        String providerId = row.textOrNull();
        Message message = new Message(
                id,
                conversation,
                number,
                profile == null ? null : new ProfileId(profile),
                direction,
                phone,
                peer,
                Content.text(body),
                status,
                failure,
                occurredAt,
                sendAt,
                sendZone,
                sentAt,
                completedAt,
                position,
                clientKey,
                providerId == null ? null : new ProviderMessageId(providerId),
                new Billing(row.wordOrNull(Encoding.class), row.integerOrNull(), money(row)));
        return new Half(message, media);
    }

    static @Nullable Failure failure(Row row) {
        FailureReason reason = row.wordOrNull(FailureReason.class);
        String code = row.textOrNull();
        String detail = row.textOrNull();
        return reason == null ? null : new Failure(reason, code, detail);
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException unknownHere) {
            // Said on a node whose JVM knows more zones. When it leaves is an instant, and does not depend on it.
            return null;
        }
    }

    private static @Nullable Money money(Row row) {
        BigDecimal amount = row.decimalOrNull();
        String currency = row.textOrNull();
        if (amount == null || currency == null) {
            return null;
        }
        // Databases fill the scale up with zeros.
        BigDecimal bare = amount.stripTrailingZeros();
        return new Money(bare.scale() < 0 ? bare.setScale(0) : bare, currency);
    }

    /** A message whose media are still to be read. */
    private record Half(Message message, int media) {
        Message with(List<URI> urls) {
            return Copies.content(message, new Content(message.content().text(), urls));
        }
    }
}
