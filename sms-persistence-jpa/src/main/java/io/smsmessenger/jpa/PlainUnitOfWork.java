package io.smsmessenger.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Units of work for a host that uses Jakarta Persistence by itself with resource-local transactions. A host that wants a
 * call to be part of its own transaction hands its entity manager over for as long as the call takes:
 *
 * <pre>{@code
 * em.getTransaction().begin();
 * units.with(em, () -> messenger.forUser(ann).send(draft));
 * em.getTransaction().commit();
 * }</pre>
 */
public final class PlainUnitOfWork implements UnitOfWork {
    private final EntityManagerFactory factory;
    // An instance's, not the class's: units of different factories have nothing to do with each other.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Handover> handover = new ThreadLocal<>();

    private PlainUnitOfWork(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** Units of work on connections of this factory; it stays the host's to close. */
    public static PlainUnitOfWork of(EntityManagerFactory factory) {
        return new PlainUnitOfWork(factory);
    }

    /**
     * Runs the call in the transaction that {@code host} is in. Its commit is not heard: what was to happen then is left
     * to polling.
     *
     * @throws IllegalStateException when the entity manager is in no transaction
     */
    public <T> T with(EntityManager host, Supplier<T> call) {
        return with(host, action -> {}, call);
    }

    /**
     * Runs the call in the transaction that {@code host} is in.
     *
     * @param onCommit gets what is to be run after the host has committed, on the thread of the call; the host runs it
     *     then, and drops it on a rollback
     * @throws IllegalStateException when the entity manager is in no transaction
     */
    public <T> T with(EntityManager host, Consumer<Runnable> onCommit, Supplier<T> call) {
        if (!host.getTransaction().isActive()) {
            throw new IllegalStateException("The entity manager that was handed over is in no transaction: begin one.");
        }
        Handover before = handover.get();
        handover.set(new Handover(host, onCommit));
        try {
            return call.get();
        } finally {
            if (before == null) {
                handover.remove();
            } else {
                handover.set(before);
            }
        }
    }

    @Override
    public boolean active() {
        return handover.get() != null;
    }

    @Override
    public <T> T join(Function<? super EntityManager, ? extends T> work) {
        Handover current = handover.get();
        return current == null ? own(work) : work.apply(current.host());
    }

    @Override
    public <T> T own(Function<? super EntityManager, ? extends T> work) {
        return factory.callInTransaction(work::apply);
    }

    @Override
    public void afterCommit(Runnable action) {
        Handover current = handover.get();
        if (current == null) {
            action.run();
        } else {
            current.onCommit().accept(action);
        }
    }

    /** What the host lent to this thread. */
    private record Handover(EntityManager host, Consumer<Runnable> onCommit) {}
}
