package io.smsmessenger.spring.rest;

import io.smsmessenger.model.CoarseStatus;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text.
 *
 * @param id ours
 * @param conversationId where it is shown
 * @param numberId the user's number
 * @param number the same in E.164
 * @param peer the other end
 * @param direction INBOUND or OUTBOUND
 * @param text what it says
 * @param mediaUrls pictures and the like
 * @param status how far it has come, exactly
 * @param coarseStatus how far it has come, in few words
 * @param failure why it did not arrive
 * @param occurredAt when it was handed in, or received
 * @param sendAt when it is to leave, if it was scheduled
 * @param sentAt when the carrier passed it on
 * @param completedAt when the carrier reported its end
 * @param billing parts and cost
 * @param clientKey the key it was handed in with, outbound only
 * @param providerId the carrier's id
 */
record MessageView(
        String id,
        String conversationId,
        String numberId,
        String number,
        String peer,
        Direction direction,
        String text,
        List<String> mediaUrls,
        MessageStatus status,
        CoarseStatus coarseStatus,
        @Nullable FailureView failure,
        Instant occurredAt,
        @Nullable Instant sendAt,
        @Nullable Instant sentAt,
        @Nullable Instant completedAt,
        BillingView billing,
        @Nullable String clientKey,
        @Nullable String providerId) {
    static MessageView of(Message message) {
        return new MessageView(
                message.id().toString(),
                message.conversationId().toString(),
                message.numberId().toString(),
                message.number().value(),
                message.peer().value(),
                message.direction(),
                message.content().text(),
                message.content().media().stream().map(URI::toString).toList(),
                message.status(),
                message.status().coarse(),
                FailureView.of(message.failure()),
                message.occurredAt(),
                message.sendAt(),
                message.sentAt(),
                message.completedAt(),
                BillingView.of(message.billing()),
                message.clientKey(),
                message.providerId() == null ? null : message.providerId().value());
    }
}
