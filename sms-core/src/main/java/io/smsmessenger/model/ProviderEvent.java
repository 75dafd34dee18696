package io.smsmessenger.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a carrier told us and proved to be its own. */
public sealed interface ProviderEvent {
    /** Unique per account; the same event told again has the same id. */
    String eventId();

    /** The carrier's name for this kind of event. */
    String type();

    /** When it happened, by the carrier's clock, from the signed body. */
    Instant occurredAt();

    /**
     * A text for one of our numbers.
     *
     * @param eventId unique per account
     * @param type the carrier's name for this kind of event
     * @param occurredAt when it happened
     * @param messageId the carrier's id of the text
     * @param from who sent it
     * @param to the number that got it
     * @param content text and media
     * @param media what is known of each of the content's media, in the same order
     * @param others further recipients of a group message
     * @param receivedAt when the carrier got it: who owned the number then owns the text
     * @param providerProfileId the carrier's id of the messaging profile it came through, if told
     * @param handled the keyword that the carrier itself acted upon, if any
     * @param billing parts and cost
     */
    record InboundText(
            String eventId,
            String type,
            Instant occurredAt,
            ProviderMessageId messageId,
            Address from,
            PhoneNumber to,
            Content content,
            List<InboundMedia> media,
            List<Address> others,
            Instant receivedAt,
            @Nullable String providerProfileId,
            @Nullable Keyword handled,
            Billing billing)
            implements ProviderEvent {
        public InboundText {
            media = List.copyOf(media);
            others = List.copyOf(others);
        }

        @Override
        public String toString() {
            return "InboundText[" + eventId + "]";
        }
    }

    /**
     * News of a text that we sent.
     *
     * @param eventId unique per account
     * @param type the carrier's name for this kind of event
     * @param occurredAt when it happened
     * @param messageId the carrier's id of the text
     * @param reference the reference that we planted, if it came back
     * @param status where it stands now; null if the carrier used a word that we do not know
     * @param word the carrier's word for it
     * @param failure why it failed, if it did
     * @param sentAt when it was passed on, if told
     * @param completedAt when it ended, if told
     * @param billing parts and cost
     */
    record Receipt(
            String eventId,
            String type,
            Instant occurredAt,
            ProviderMessageId messageId,
            @Nullable String reference,
            @Nullable MessageStatus status,
            String word,
            @Nullable Failure failure,
            @Nullable Instant sentAt,
            @Nullable Instant completedAt,
            Billing billing)
            implements ProviderEvent {
        @Override
        public String toString() {
            return "Receipt[" + eventId + ", " + status + "]";
        }
    }

    /**
     * Well signed, and nothing to do with texting, or a kind that we do not know.
     *
     * @param eventId unique per account
     * @param type the carrier's name for this kind of event
     * @param occurredAt when it happened
     */
    record Other(String eventId, String type, Instant occurredAt) implements ProviderEvent {}

    /**
     * Well signed, and not readable: kept for a person to look at.
     *
     * @param eventId the event's own id, or a digest of the body where it has none
     * @param type the carrier's name for this kind of event, or empty
     * @param occurredAt when it happened, or when it was signed
     * @param why what is wrong with it, without private data
     */
    record Unreadable(String eventId, String type, Instant occurredAt, String why) implements ProviderEvent {}
}
