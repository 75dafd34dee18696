package io.smsmessenger.sending;

import io.smsmessenger.store.Inspection;
import io.smsmessenger.store.SmsStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets nobody send from a store that lacks what a promise rests on. */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(SmsDispatcher.class);
    private static final Duration REMINDER = Duration.ofMinutes(1);

    private final SmsStore store;
    private final Clock clock;
    private boolean sound;
    private boolean warned;
    private Instant reminded = Instant.MIN;

    Guard(SmsStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Forgets that the store was sound: a schema can change while nobody sends. */
    synchronized void forget() {
        sound = false;
    }

    /**
     * Asks the store, once, whether it is sound.
     *
     * @throws IllegalStateException naming what is missing
     * @throws RuntimeException what the store throws when it cannot be asked
     */
    synchronized void require() {
        if (sound) {
            return;
        }
        Inspection found = store.inspect();
        if (!found.defects().isEmpty()) {
            throw new UnsoundStore(complaint(found));
        }
        if (!warned) {
            found.warnings().forEach(warning -> LOG.warn("the database weakens a promise: {}", warning));
            warned = !found.warnings().isEmpty();
        }
        sound = true;
    }

    /**
     * Asks a store that can be asked at once; one that cannot is asked again by {@link #lets()}.
     *
     * @throws IllegalStateException naming what is missing
     */
    void requireIfAnswered() {
        try {
            require();
        } catch (UnsoundStore unsound) {
            throw unsound;
        } catch (RuntimeException away) {
            complain(away);
        }
    }

    /** Whether sending may go on, for those who keep asking; says what is missing once a minute. */
    synchronized boolean lets() {
        if (sound) {
            return true;
        }
        try {
            require();
            return true;
        } catch (RuntimeException unsound) {
            Instant now = clock.instant();
            if (reminded.isBefore(now.minus(REMINDER)) || now.isBefore(reminded)) {
                reminded = now;
                complain(unsound);
            }
            return false;
        }
    }

    private static void complain(RuntimeException unsound) {
        if (unsound instanceof UnsoundStore) {
            LOG.error("{}", unsound.getMessage());
        } else {
            LOG.warn(
                    "nothing is sent yet, the store cannot be asked: {}",
                    unsound.getClass().getName());
        }
    }

    private static String complaint(Inspection found) {
        return "Nothing may be sent from this database, or messages could be lost or sent twice: "
                + String.join("; ", found.defects())
                + ". Apply the library's migrations, which create all of these, and let no other tool make the schema.";
    }

    /** Ours: whatever else a store throws may quote what it was given. */
    private static final class UnsoundStore extends IllegalStateException {
        private static final long serialVersionUID = 1;

        UnsoundStore(String complaint) {
            super(complaint);
        }
    }
}
