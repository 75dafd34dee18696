package io.smsmessenger.jpa;

import jakarta.persistence.EntityManager;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs intents as transactions: whole, and again from the start when the database gave up on one of our own. */
final class Transactions {
    private static final int TRIES = 5;
    private static final long LONGEST_PAUSE_MICROS = 3_000;

    private final UnitOfWork units;
    private final IdBlocks ids = new IdBlocks();
    private volatile @Nullable Vendor vendor;

    Transactions(UnitOfWork units) {
        this.units = units;
    }

    /** In the host's transaction, never twice; without one, as {@link #own}. */
    <T> T join(Function<Tx, T> intent) {
        return units.active() ? units.<T>join(em -> intent.apply(tx(em))) : own(intent);
    }

    /** In a transaction of its own, committed on return. */
    <T> T own(Function<Tx, T> intent) {
        for (int attempt = 1; ; attempt++) {
            try {
                return units.<T>own(em -> intent.apply(tx(em)));
            } catch (Undone undone) {
                @SuppressWarnings("unchecked") // thrown by the intent whose result it is
                T result = (T) undone.result;
                return result;
            } catch (RuntimeException failed) {
                if (attempt == TRIES || !SqlFailures.isTransient(failed)) {
                    throw failed;
                }
                long micros = ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MICROS * attempt / TRIES + 1);
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
            }
        }
    }

    void afterCommit(Runnable action) {
        units.afterCommit(action);
    }

    private Tx tx(EntityManager em) {
        Vendor known = vendor;
        if (known == null) {
            known = em.callWithConnection(Vendor::of);
            vendor = known;
        }
        return new Tx(em, known, ids);
    }

    /** Ends an own transaction with a result and without a trace. */
    @SuppressWarnings("serial") // never leaves this thread
    static final class Undone extends RuntimeException {
        private final transient Object result;

        Undone(Object result) {
            super(null, null, false, false);
            this.result = result;
        }
    }
}
