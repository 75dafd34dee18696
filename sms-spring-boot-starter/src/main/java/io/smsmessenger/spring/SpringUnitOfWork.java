package io.smsmessenger.spring;

import io.smsmessenger.jpa.UnitOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the transaction that Spring has bound to the calling thread, and hears its commit. */
final class SpringUnitOfWork implements UnitOfWork {
    private final EntityManagerFactory factory;
    private final TransactionTemplate ownTransaction;

    private SpringUnitOfWork(EntityManagerFactory factory, PlatformTransactionManager manager) {
        this.factory = factory;
        this.ownTransaction = new TransactionTemplate(manager);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * For a persistence unit and the host's transaction managers: the one made for that unit, else the only one, which
     * may be JTA's, else one of our own.
     */
    static SpringUnitOfWork of(EntityManagerFactory factory, List<PlatformTransactionManager> managers) {
        PlatformTransactionManager manager = managers.stream()
                .filter(each ->
                        each instanceof JpaTransactionManager jpa && factory.equals(jpa.getEntityManagerFactory()))
                .findFirst()
                .orElseGet(() -> managers.size() == 1 ? managers.get(0) : new JpaTransactionManager(factory));
        return new SpringUnitOfWork(factory, manager);
    }

    @Override
    public boolean active() {
        return current() != null;
    }

    @Override
    public <T> T join(Function<? super EntityManager, ? extends T> work) {
        EntityManager current = current();
        return current == null ? own(work) : work.apply(current);
    }

    @Override
    public <T> T own(Function<? super EntityManager, ? extends T> work) {
        // An entity manager that is bound without a transaction (open in view) is the host's: what it holds is not ours
        // to flush.
        Object bound = TransactionSynchronizationManager.isActualTransactionActive()
                ? null
                : TransactionSynchronizationManager.unbindResourceIfPossible(factory);
        try {
            return ownTransaction.<T>execute(status -> {
                EntityManager own = EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
                if (own == null) {
                    throw new IllegalStateException(
                            "The transaction manager does not open transactions of this persistence unit.");
                }
                return work.apply(own);
            });
        } finally {
            if (bound != null) {
                TransactionSynchronizationManager.bindResource(factory, bound);
            }
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (active()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    action.run();
                }
            });
        } else {
            action.run();
        }
    }

    /**
     * The entity manager of a transaction that can still be joined. While Spring tells of a commit the transaction looks
     * active and is over: what joined it then would be lost.
     */
    private @Nullable EntityManager current() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        EntityManager bound = EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
        return bound != null && bound.isJoinedToTransaction() ? bound : null;
    }
}
