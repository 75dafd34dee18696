package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody a campaign goes to. */
@Entity(name = "SmsCampaignRecipient")
@Table(name = "sms_campaign_recipient")
@IdClass(CampaignRecipientEntity.Key.class)
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class CampaignRecipientEntity {
    @Id
    @Column(name = "campaign_id", nullable = false)
    long campaignId;

    @Id
    @Column(name = "ordinal", nullable = false)
    long ordinal;

    @Column(name = "address", nullable = false, length = 64)
    String address;

    @Column(name = "fields", nullable = false, length = 1_000_000)
    String fields;

    @Column(name = "state", nullable = false, length = 11)
    String state;

    @Column(name = "lease_until")
    @Nullable
    Long leaseUntil;

    @Column(name = "message_id")
    @Nullable
    Long messageId;

    @Column(name = "problem", length = 32)
    @Nullable
    String problem;

    @Column(name = "detail", length = 500)
    @Nullable
    String detail;

    protected CampaignRecipientEntity() {}

    /** The table's key, as the standard asks for it. */
    public static final class Key implements Serializable {
        long campaignId;
        long ordinal;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.campaignId == campaignId && key.ordinal == ordinal;
        }

        @Override
        public int hashCode() {
            return Objects.hash(campaignId, ordinal);
        }
    }
}
