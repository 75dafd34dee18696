package io.smsmessenger.jpa;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.InboundMedia;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.Money;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes messages down for the first time. */
final class MessageInserts {
    private static final String INSERT = Columns.of(
                    "id owner conversationId assignmentId profileId direction phone peer"
                            + " body mediaCount status statusRank occurredAt createdAt sendAt sendZone position clientKey fingerprint"
                            + " reference accountId providerId encoding parts costAmount costCurrency")
            .insertInto("sms_message");
    private static final String MEDIA =
            Columns.of("messageId ordinal url contentType sizeBytes sha256").insertInto("sms_media");

    private MessageInserts() {}

    /** Inserts the message unless one of its keys is taken. */
    static boolean insert(Tx tx, Message message, Rest rest) {
        Billing billing = message.billing();
        Money cost = billing.cost();
        return tx.insertNew(
                INSERT,
                message.id().value(),
                rest.owner(),
                message.conversationId().value(),
                message.numberId().value(),
                message.profileId() == null ? null : message.profileId().value(),
                message.direction(),
                message.number().value(),
                message.peer().value(),
                message.content().text(),
                message.content().media().size(),
                message.status(),
                message.status().rank(),
                Times.micros(message.occurredAt()),
                Times.micros(rest.createdAt()),
                Times.microsOrNull(message.sendAt()),
                message.sendZone() == null ? null : message.sendZone().getId(),
                message.position(),
                message.clientKey(),
                rest.fingerprint(),
                rest.reference(),
                rest.accountId(),
                message.providerId() == null ? null : message.providerId().value(),
                billing.encoding(),
                billing.parts(),
                cost == null ? null : cost.amount(),
                cost == null ? null : cost.currency());
    }

    /** Inserts the message's media, with what is known of each. */
    static void media(Tx tx, Message message, List<InboundMedia> known) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (URI url : message.content().media()) {
            InboundMedia about = rows.size() < known.size() ? known.get(rows.size()) : null;
            rows.add(new @Nullable Object[] {
                message.id().value(),
                rows.size(),
                url.toString(),
                about == null ? null : Fitting.cut(about.contentType(), 190),
                about == null ? null : about.size(),
                about == null ? null : Fitting.cut(about.sha256(), 64)
            });
        }
        tx.executeAll(MEDIA, rows);
    }

    /** What is kept of a message beside what it shows. */
    record Rest(
            String owner,
            long accountId,
            Instant createdAt,
            @Nullable String fingerprint,
            @Nullable String reference) {}
}
