package io.smsmessenger.model;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One text as it stands: a snapshot. Private data: {@link #toString()} tells ids and status only.
 *
 * @param id ours
 * @param conversationId where it is shown
 * @param numberId the assignment it went through
 * @param profileId the messaging profile that it used, null for inbound on a number without one
 * @param direction seen from the user
 * @param number the user's number
 * @param peer the other end
 * @param content text and media
 * @param status how far it has come
 * @param failure why it failed or why nobody knows; null again once a later status says otherwise
 * @param occurredAt outbound: when it was handed to us; inbound: when the carrier received it
 * @param sendAt when it is to leave, if not at once: as it was said, or when the recipient's quiet hours are over
 * @param sendZone the time zone that {@code sendAt} was said in, if it was
 * @param sentAt when the carrier passed it on, if known
 * @param completedAt when the carrier reported its end, if known
 * @param position how many inbound texts the conversation had, this one included: what "read up to here" means
 * @param clientKey the caller's own key for it, outbound only
 * @param providerId the carrier's id, once known
 * @param billing parts and cost as the carrier reported them, or our estimate of the parts until it does
 */
public record Message(
        MessageId id,
        ConversationId conversationId,
        NumberId numberId,
        @Nullable ProfileId profileId,
        Direction direction,
        PhoneNumber number,
        Address peer,
        Content content,
        MessageStatus status,
        @Nullable Failure failure,
        Instant occurredAt,
        @Nullable Instant sendAt,
        @Nullable ZoneId sendZone,
        @Nullable Instant sentAt,
        @Nullable Instant completedAt,
        long position,
        @Nullable String clientKey,
        @Nullable ProviderMessageId providerId,
        Billing billing) {
    @Override
    public String toString() {
        return "Message[" + id + ", " + direction + ", " + status + "]";
    }
}
