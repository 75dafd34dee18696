package io.smsmessenger.examples.simulator.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as the carrier keeps it.
 *
 * @param id a UUID
 * @param inbound whether a handset sent it to one of our numbers
 * @param profileId the messaging profile of our number
 * @param from sender
 * @param to recipient
 * @param content what it says
 * @param hooks where its events go
 * @param status Telnyx's word for {@code to[].status}
 * @param failure Telnyx's error code when it failed, or null
 * @param times when things happened
 * @param autoresponse STOP, START or HELP when the carrier answered by itself, or null
 */
public record Message(
        String id,
        boolean inbound,
        String profileId,
        String from,
        String to,
        Content content,
        Hooks hooks,
        String status,
        @Nullable String failure,
        Times times,
        @Nullable String autoresponse) {

    /** The same with another status. */
    public Message withStatus(String newStatus) {
        return with(newStatus, failure, times);
    }

    /** The same, on its way. */
    public Message sent(Instant now) {
        return with("sent", null, new Times(times.receivedAt(), times.sendAt(), now, null));
    }

    /** The same, at its end. */
    public Message ended(String finalStatus, @Nullable String code, Instant now) {
        return with(finalStatus, code, new Times(times.receivedAt(), times.sendAt(), times.sentAt(), now));
    }

    private Message with(String newStatus, @Nullable String code, Times newTimes) {
        return new Message(id, inbound, profileId, from, to, content, hooks, newStatus, code, newTimes, autoresponse);
    }

    @Override
    public String toString() {
        return "Message " + id + " " + status;
    }
}
