package io.smsmessenger.examples.messenger.demo;

import io.smsmessenger.model.SmsEvent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets one wait for what the library's events bring about. */
@Component
@Profile("demo")
class Bell {
    private long rings;

    @EventListener
    synchronized void ring(SmsEvent event) {
        rings++;
        notifyAll();
    }

    /** Waits until it is so, looking again at each event; false when that takes longer than the limit. */
    boolean await(BooleanSupplier so, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            // Counted before the look: an event in between is not missed.
            long heard = heard();
            if (so.getAsBoolean()) {
                return true;
            }
            if (!awaitRing(heard, end)) {
                return false;
            }
        }
    }

    private synchronized long heard() {
        return rings;
    }

    private synchronized boolean awaitRing(long heard, long end) throws InterruptedException {
        while (rings == heard) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
