package io.smsmessenger.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What looking for an unknown message came to, other than finding it: that is a receipt, and goes to the inbox. */
public sealed interface Conclusion {
    /**
     * The carrier could not be asked; nothing is known that was not known before.
     *
     * @param nextLook when to look again
     */
    record NotAsked(Instant nextLook) implements Conclusion {}

    /**
     * The carrier was asked and has nothing. The same look counts once, however often it is concluded.
     *
     * @param probablyNotSent whether that is enough to say that it was probably not sent: evidence, no status
     * @param nextLook when to look again, null for never
     */
    record Silent(boolean probablyNotSent, @Nullable Instant nextLook) implements Conclusion {}

    /** Send it again, as the caller asked for in such a case: ready at once, or expired if its time is up. */
    record SendAgain() implements Conclusion {}
}
