package io.smsmessenger.jpa;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/**
 * How the store finds the host's transaction, starts its own, and hears a commit. {@link PlainUnitOfWork} is for hosts
 * that use Jakarta Persistence by itself; frameworks bring their own.
 *
 * <p>The entity manager is the work's during the call only. The work does not flush, clear or close it, and leaves no
 * entity in it.
 */
public interface UnitOfWork {
    /** Whether the calling thread is in a transaction of the host's that {@link #join} would join. */
    boolean active();

    /**
     * Runs the work in the host's transaction if there is one, and as {@link #own} does if there is none. What the work
     * throws is the host's to handle: its transaction is neither ended nor marked.
     */
    <T> T join(Function<? super EntityManager, ? extends T> work);

    /**
     * Runs the work in a transaction of its own, on an entity manager and a connection that no transaction of the host's
     * uses. It has committed when this returns; when the work throws, all is rolled back and the exception passed on.
     */
    <T> T own(Function<? super EntityManager, ? extends T> work);

    /**
     * Runs the action once the host's transaction has committed, never if it rolls back, and at once if there is none.
     * Where the commit cannot be heard the action is dropped.
     */
    void afterCommit(Runnable action);
}
