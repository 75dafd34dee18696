package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a peer may be texted within a scope. */
@Entity(name = "SmsConsent")
@Table(name = "sms_consent")
@IdClass(ConsentEntity.Key.class)
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class ConsentEntity {
    @Id
    @Column(name = "scope_kind", nullable = false, length = 12)
    String scopeKind;

    @Id
    @Column(name = "scope_id", nullable = false, length = 190)
    String scopeId;

    @Id
    @Column(name = "peer", nullable = false, length = 64)
    String peer;

    @Column(name = "opted_out", nullable = false)
    boolean optedOut;

    @Column(name = "source", length = 12)
    @Nullable
    String source;

    @Column(name = "since")
    @Nullable
    Long since;

    @Column(name = "asked_at")
    @Nullable
    Long askedAt;

    protected ConsentEntity() {}

    /** The table's key, as the standard asks for it. */
    public static final class Key implements Serializable {
        String scopeKind = "";
        String scopeId = "";
        String peer = "";

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.scopeKind.equals(scopeKind)
                    && key.scopeId.equals(scopeId)
                    && key.peer.equals(peer);
        }

        @Override
        public int hashCode() {
            return Objects.hash(scopeKind, scopeId, peer);
        }
    }
}
