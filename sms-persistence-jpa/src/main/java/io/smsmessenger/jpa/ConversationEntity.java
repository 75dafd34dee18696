package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A conversation, with all that the list shows. */
@Entity(name = "SmsConversation")
@Table(name = "sms_conversation")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class ConversationEntity {
    @Id
    @Column(name = "id", nullable = false)
    long id;

    @Column(name = "owner", nullable = false, length = 190)
    String owner;

    @Column(name = "assignment_id", nullable = false)
    long assignmentId;

    @Column(name = "phone", nullable = false, length = 16)
    String phone;

    @Column(name = "peer", nullable = false, length = 64)
    String peer;

    @Column(name = "peer_name", length = 200)
    @Nullable
    String peerName;

    @Column(name = "contact_id")
    @Nullable
    Long contactId;

    @Column(name = "preview", nullable = false, length = 120)
    String preview;

    @Column(name = "last_message_id")
    @Nullable
    Long lastMessageId;

    @Column(name = "last_direction", length = 8)
    @Nullable
    String lastDirection;

    @Column(name = "last_activity_at", nullable = false)
    long lastActivityAt;

    @Column(name = "inbound_position", nullable = false)
    long inboundPosition;

    @Column(name = "read_position", nullable = false)
    long readPosition;

    @Column(name = "marked_unread", nullable = false)
    boolean markedUnread;

    @Column(name = "unread", nullable = false)
    boolean unread;

    @Column(name = "state", nullable = false, length = 8)
    String state;

    protected ConversationEntity() {}
}
