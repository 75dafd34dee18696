package io.smsmessenger.provider;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PhoneNumber;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One message for the carrier.
 *
 * @param id ours, for logs
 * @param from the number it leaves from
 * @param to who gets it
 * @param content what it says
 * @param providerProfileId the carrier's id of the messaging profile that the number is on
 * @param reference our unguessable reference, echoed in events where the carrier can carry one
 * @param statusUrl where the carrier should report, the reference included; null without a public address
 */
public record OutboundSms(
        MessageId id,
        PhoneNumber from,
        Address to,
        Content content,
        String providerProfileId,
        String reference,
        @Nullable URI statusUrl) {
    @Override
    public String toString() {
        return "OutboundSms[" + id + "]";
    }
}
