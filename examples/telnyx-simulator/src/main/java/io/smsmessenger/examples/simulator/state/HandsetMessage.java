package io.smsmessenger.examples.simulator.state;

import java.time.Instant;
import java.util.List;

/**
 * A message on a customer's handset.
 *
 * @param id a UUID
 * @param handset whose handset
 * @param direction {@code received} or {@code sent}, as its owner sees it
 * @param from sender
 * @param to recipient
 * @param text what it says
 * @param mediaUrls pictures and the like
 * @param at when
 * @param status {@code delivered} once it arrived
 */
public record HandsetMessage(
        String id,
        String handset,
        String direction,
        String from,
        String to,
        String text,
        List<String> mediaUrls,
        Instant at,
        String status) {

    /** Copies the list. */
    public HandsetMessage {
        mediaUrls = List.copyOf(mediaUrls);
    }

    @Override
    public String toString() {
        return "HandsetMessage " + id + " " + direction;
    }
}
