package io.smsmessenger.examples.simulator.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says.
 *
 * @param text empty when there are only pictures
 * @param subject of an MMS, or null
 * @param mediaUrls where the media lie
 * @param encoding {@code GSM-7} or {@code UCS-2}
 * @param parts 1 to 10
 */
public record Content(String text, @Nullable String subject, List<String> mediaUrls, String encoding, int parts) {

    /** Copies the list. */
    public Content {
        mediaUrls = List.copyOf(mediaUrls);
    }

    /** {@code MMS} when there are media, else {@code SMS}. */
    public String type() {
        return mediaUrls.isEmpty() ? "SMS" : "MMS";
    }

    @Override
    public String toString() {
        return type() + " of " + parts + " parts";
    }
}
