package io.smsmessenger.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
 * @param zone the time zone that {@code sendAt} was said in, if it was: shown again to whoever edits it
 * @param timeToLive how long after {@code sendAt} (or after it was handed over) it may still leave
 * @param validUntil after when it may not leave in any case, if that is earlier
 * @param guarantee what to do when nobody can find out whether it left
 */
public record Draft(
        Address to,
        Content content,
        @Nullable PhoneNumber from,
        String clientKey,
        @Nullable Instant sendAt,
        @Nullable ZoneId zone,
        Duration timeToLive,
        @Nullable Instant validUntil,
        Guarantee guarantee) {
    /** Longest client key, in characters. */
    public static final int MAX_CLIENT_KEY_LENGTH = 190;

    /** Telnyx holds a message in its queue for four hours at most, so an older one is stale in any case. */
    public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofHours(4);

    public static Draft to(Address to, String text) {
        return new Draft(
                to,
                Content.text(text),
                null,
                UUID.randomUUID().toString(),
                null,
                null,
                DEFAULT_TIME_TO_LIVE,
                null,
                Guarantee.AT_MOST_ONCE);
    }

    public Draft from(PhoneNumber number) {
        return new Draft(to, content, number, clientKey, sendAt, zone, timeToLive, validUntil, guarantee);
    }

    public Draft media(List<URI> media) {
        Content both = new Content(content.text(), media);
        return new Draft(to, both, from, clientKey, sendAt, zone, timeToLive, validUntil, guarantee);
    }

    public Draft clientKey(String key) {
        return new Draft(to, content, from, key, sendAt, zone, timeToLive, validUntil, guarantee);
    }

    public Draft sendAt(Instant instant) {
        return new Draft(to, content, from, clientKey, instant, null, timeToLive, validUntil, guarantee);
    }

    /**
     * To leave when clocks in that zone show this time. A time that a clock skips in spring is moved on by what it skips,
     * one that comes twice in autumn is the first of the two.
     */
    public Draft sendAt(LocalDateTime time, ZoneId where) {
        Instant instant = time.atZone(where).toInstant();
        return new Draft(to, content, from, clientKey, instant, where, timeToLive, validUntil, guarantee);
    }

    public Draft timeToLive(Duration duration) {
        return new Draft(to, content, from, clientKey, sendAt, zone, duration, validUntil, guarantee);
    }

    public Draft validUntil(Instant instant) {
        return new Draft(to, content, from, clientKey, sendAt, zone, timeToLive, instant, guarantee);
    }

    /** Rather twice than never, three attempts by itself at most: see {@link Guarantee#AT_LEAST_ONCE}. */
    public Draft atLeastOnce() {
        return new Draft(to, content, from, clientKey, sendAt, zone, timeToLive, validUntil, Guarantee.AT_LEAST_ONCE);
    }

    @Override
    public String toString() {
        return "Draft[" + content + "]";
    }
}
