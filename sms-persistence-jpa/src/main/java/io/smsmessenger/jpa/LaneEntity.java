package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A lane that was closed, tried, or kept to a pace. */
@Entity(name = "SmsLane")
@Table(name = "sms_lane")
@IdClass(LaneEntity.Key.class)
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class LaneEntity {
    @Id
    @Column(name = "kind", nullable = false, length = 8)
    String kind;

    @Id
    @Column(name = "lane_id", nullable = false)
    long laneId;

    @Column(name = "closed_until", nullable = false)
    long closedUntil;

    @Column(name = "reason", length = 32)
    @Nullable
    String reason;

    @Column(name = "probe_every")
    @Nullable
    Long probeEvery;

    @Column(name = "probe_at")
    @Nullable
    Long probeAt;

    @Column(name = "troubled_until", nullable = false)
    long troubledUntil;

    @Column(name = "free_at", nullable = false)
    long freeAt;

    protected LaneEntity() {}

    /** The table's key, as the standard asks for it. */
    public static final class Key implements Serializable {
        String kind = "";
        long laneId;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.kind.equals(kind) && key.laneId == laneId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, laneId);
        }
    }
}
