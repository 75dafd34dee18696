package io.smsmessenger.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that is to be sent: who to, what, and if it matters from which number and when. A draft is one message: it has
 * a key from the start, so handing the same draft over twice (after an answer was lost, say) sends one text.
 *
 * @param to who gets it
 * @param content what it says
 * @param from the user's number to send from; null lets us choose: the one last used with this peer, else the user's
 *     default, else the first that can send
 * @param clientKey the caller's own key, unique per user, 1 to {@link #MAX_CLIENT_KEY_LENGTH} characters
 * @param sendAt when it is to leave; null at once
 * @param timeToLive how long after {@code sendAt} (or after it was handed over) it may still leave
 */
public record Draft(
        Address to,
        Content content,
        @Nullable PhoneNumber from,
        String clientKey,
        @Nullable Instant sendAt,
        Duration timeToLive) {
    /** Longest client key, in characters. */
    public static final int MAX_CLIENT_KEY_LENGTH = 190;

    /** Telnyx holds a message in its queue for four hours at most, so an older one is stale in any case. */
    public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofHours(4);

    public static Draft to(Address to, String text) {
        return new Draft(to, Content.text(text), null, UUID.randomUUID().toString(), null, DEFAULT_TIME_TO_LIVE);
    }

    public Draft from(PhoneNumber number) {
        return new Draft(to, content, number, clientKey, sendAt, timeToLive);
    }

    public Draft media(List<URI> media) {
        return new Draft(to, new Content(content.text(), media), from, clientKey, sendAt, timeToLive);
    }

    public Draft clientKey(String key) {
        return new Draft(to, content, from, key, sendAt, timeToLive);
    }

    public Draft sendAt(Instant instant) {
        return new Draft(to, content, from, clientKey, instant, timeToLive);
    }

    public Draft timeToLive(Duration duration) {
        return new Draft(to, content, from, clientKey, sendAt, duration);
    }

    @Override
    public String toString() {
        return "Draft[" + content + "]";
    }
}
