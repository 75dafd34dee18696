package io.smsmessenger.provider;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PhoneNumber;
import java.time.Instant;

/**
 * What is known of a message whose answer was lost.
 *
 * @param id ours, for logs
 * @param from the number it left from
 * @param to who should get it
 * @param reference the reference that was planted
 * @param since not before this instant was it handed over, by our clock
 * @param until nor after this one
 */
public record SentTrace(MessageId id, PhoneNumber from, Address to, String reference, Instant since, Instant until) {
    @Override
    public String toString() {
        return "SentTrace[" + id + "]";
    }
}
