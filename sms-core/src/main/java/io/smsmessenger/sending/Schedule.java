package io.smsmessenger.sending;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is written down of a draft's time. */
final class Schedule {
    private Schedule() {}

    /** When it is to leave: by its own wish, or when the recipient's quiet hours are over; null at once. */
    static @Nullable Instant sendAt(Draft draft, Verdict verdict) {
        return verdict.quietHours() == null
                ? draft.sendAt()
                : Micros.of(verdict.quietHours().until());
    }
}
