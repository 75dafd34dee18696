package io.smsmessenger.provider;

import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.SegmentCount;
import java.util.List;

/**
 * A carrier: speaks and listens for one account. What only some carriers can do is an interface of its own that a
 * provider implements or not, such as {@link MessageLookup}. Instances are safe for use by many threads.
 */
public interface SmsProvider {
    /** Which carrier this is, e.g. {@code telnyx}; kept with the account. */
    String name();

    /** How this carrier cuts and bills a text. */
    SegmentCount segments(String text);

    /** Most parts the carrier takes for one text. */
    int maxParts();

    /** Most media the carrier takes for one message, 0 if none. */
    int maxMedia();

    /**
     * Hands one message to the carrier with at most one request, and never repeats it by itself. It does not throw for
     * what the network or the carrier did: the outcome says whether the message was taken, refused, certainly not sent,
     * or may have been taken.
     */
    SendOutcome send(OutboundSms sms);

    /**
     * Verifies a webhook over its raw bytes and reads it, in one call, so that no event exists unverified. Event kinds
     * that do not concern texting come back as {@link ProviderEvent.Other}, well-signed ones that cannot be read as
     * {@link ProviderEvent.Unreadable}.
     *
     * @throws WebhookRefusedException when it cannot be trusted
     */
    List<ProviderEvent> open(WebhookRequest request) throws WebhookRefusedException;

    /**
     * Reads a body once more that {@link #open} verified when it came and that the store has kept since. Only ever
     * called with bodies from the store.
     */
    List<ProviderEvent> reread(byte[] verifiedBody);
}
