package io.smsmessenger;

import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.sending.Outgoing;
import io.smsmessenger.store.SmsStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the scoped rooms share.
 *
 * @param store where everything is kept
 * @param outgoing takes drafts in
 * @param clock the time
 * @param events hears what was committed
 * @param nudge wakes the dispatcher
 */
record House(SmsStore store, Outgoing outgoing, Clock clock, Consumer<SmsEvent> events, Runnable nudge) {
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Tells an event once what the calling thread does is committed. */
    void tell(SmsEvent event) {
        store.afterCommit(() -> events.accept(event));
    }

    /** What is not yours and what does not exist answer alike. */
    static Supplier<SmsException> notFound() {
        return () -> new SmsException(Problem.NOT_FOUND, "There is no such thing, or it is not yours.");
    }
}
