package io.smsmessenger.sending;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells threads that it is over, at once also those that wait. */
final class Stop {
    private final CountDownLatch said = new CountDownLatch(1);

    void say() {
        said.countDown();
    }

    boolean said() {
        return said.getCount() == 0;
    }

    /** Waits so long at most; whether it is over. Nobody has a reason to interrupt our threads, so it is not heeded. */
    boolean within(long nanos) {
        try {
            return said.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException unasked) {
            return said();
        }
    }
}
