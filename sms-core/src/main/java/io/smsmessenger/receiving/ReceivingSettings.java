package io.smsmessenger.receiving;

import io.smsmessenger.model.ConsentScope;

/**
 * How webhooks are taken in.
 *
 * @param keywordScope how far a STOP reaches; the messaging profile is what Telnyx itself blocks
 */
public record ReceivingSettings(ConsentScope.Kind keywordScope) {
    /** STOP reaches as far as the carrier's own block: the messaging profile. */
    public static ReceivingSettings defaults() {
        return new ReceivingSettings(ConsentScope.Kind.PROFILE);
    }
}
