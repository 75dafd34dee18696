package io.smsmessenger.model;

import java.util.Optional;

/**
 * Names one campaign. Opaque to callers, never a secret.
 *
 * @param value the row's number, positive
 */
public record CampaignId(long value) {
    private static final String KIND = "cmp";

    public CampaignId {
        Ids.positive(value);
    }

    /** Reads what {@link #toString()} wrote; anything else is no id of this kind. */
    public static Optional<CampaignId> parse(String text) {
        return Ids.parse(KIND, text).map(CampaignId::new);
    }

    @Override
    public String toString() {
        return Ids.text(KIND, value);
    }
}
