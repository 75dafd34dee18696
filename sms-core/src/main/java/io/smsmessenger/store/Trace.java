package io.smsmessenger.store;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An unknown message that one worker looks for.
 *
 * @param id the message
 * @param owner whose it is
 * @param accountId the provider account it was handed to
 * @param from the number it left from
 * @param to who should get it
 * @param reference the reference that was planted
 * @param providerId the carrier's id, where one was learnt
 * @param gatedAt when the attempt passed the gate
 * @param guarantee what the caller wants done when nobody can find out
 * @param expiresAt when it may no longer leave
 * @param looks how often it was looked for over all attempts, this time included: without it, and the attempt's
 *     {@code gatedAt}, nothing can be concluded
 * @param attempts how often it passed the gate since it was handed over, or since a person sent it again; attempts that
 *     are known not to have left count, too
 * @param silences how often the carrier was asked about this attempt and had nothing
 */
public record Trace(
        MessageId id,
        UserId owner,
        AccountId accountId,
        PhoneNumber from,
        Address to,
        String reference,
        @Nullable ProviderMessageId providerId,
        Instant gatedAt,
        Guarantee guarantee,
        Instant expiresAt,
        int looks,
        int attempts,
        int silences) {
    @Override
    public String toString() {
        return "Trace[" + id + ", look " + looks + "]";
    }
}
