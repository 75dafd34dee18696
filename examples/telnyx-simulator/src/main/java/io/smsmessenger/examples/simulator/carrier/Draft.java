package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.state.Hooks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks to send, read but not yet checked.
 *
 * @param to recipient
 * @param from sender, or null for a number of the pool
 * @param profileId the profile, or null for the sender's own
 * @param text or null
 * @param subject of an MMS, or null
 * @param mediaUrls or empty
 * @param type SMS, MMS or null
 * @param encoding auto, gsm7 or ucs2
 * @param autoDetect whether a long text is refused
 * @param hooks the message's own webhooks
 * @param useProfileWebhooks whether the profile's serve when it has none
 * @param sendAt when to send, or null for now
 */
public record Draft(
        @Nullable String to,
        @Nullable String from,
        @Nullable String profileId,
        @Nullable String text,
        @Nullable String subject,
        List<String> mediaUrls,
        @Nullable String type,
        String encoding,
        boolean autoDetect,
        Hooks hooks,
        boolean useProfileWebhooks,
        @Nullable Instant sendAt) {

    /** Copies the list. */
    public Draft {
        mediaUrls = List.copyOf(mediaUrls);
    }

    @Override
    public String toString() {
        return "Draft";
    }
}
