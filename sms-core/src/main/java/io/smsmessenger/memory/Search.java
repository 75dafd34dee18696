package io.smsmessenger.memory;

import io.smsmessenger.store.Trace;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the search for an unknown message has come. Touched under the lock only. */
final class Search {
    private int looks;
    private int silences;
    private @Nullable Instant nextLook;

    int looks() {
        return looks;
    }

    int silences() {
        return silences;
    }

    @Nullable
    Instant nextLook() {
        return nextLook;
    }

    /** The next attempt is a new question, but looks go on counting: one at an earlier attempt concludes nothing. */
    void begin(Instant now) {
        silences = 0;
        nextLook = now;
    }

    boolean due(Instant now) {
        return nextLook != null && !nextLook.isAfter(now);
    }

    void look(Instant now, Duration pause) {
        looks++;
        nextLook = now.plus(pause);
    }

    void notAsked(Instant next) {
        nextLook = next;
    }

    void silent(Trace trace, @Nullable Instant next) {
        // Counted from what the look saw, so that the same look concluded again counts once.
        silences = trace.silences() + 1;
        nextLook = next;
    }
}
