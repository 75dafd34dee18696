package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A picture or the like of a message. */
@Entity(name = "SmsMedia")
@Table(name = "sms_media")
@IdClass(MediaEntity.Key.class)
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class MediaEntity {
    @Id
    @Column(name = "message_id", nullable = false)
    long messageId;

    @Id
    @Column(name = "ordinal", nullable = false)
    int ordinal;

    @Column(name = "url", nullable = false, length = 4000)
    String url;

    @Column(name = "content_type", length = 190)
    @Nullable
    String contentType;

    @Column(name = "size_bytes")
    @Nullable
    Long sizeBytes;

    @Column(name = "sha256", length = 64)
    @Nullable
    String sha256;

    protected MediaEntity() {}

    /** The table's key, as the standard asks for it. */
    public static final class Key implements Serializable {
        long messageId;
        int ordinal;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.messageId == messageId && key.ordinal == ordinal;
        }

        @Override
        public int hashCode() {
            return Objects.hash(messageId, ordinal);
        }
    }
}
