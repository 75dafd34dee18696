package io.smsmessenger.spring;

import io.smsmessenger.jpa.UnitOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
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
    private final @Nullable DataSource dataSource;

    private SpringUnitOfWork(EntityManagerFactory factory, PlatformTransactionManager manager) {
        this.factory = factory;
        this.ownTransaction = new TransactionTemplate(manager);
        this.dataSource = manager instanceof JpaTransactionManager jpa ? jpa.getDataSource() : null;
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
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            return inNewTransaction(work);
        }
        // What is bound without a transaction is not ours to flush (open in view), or belongs to a transaction that has
        // ended and is being cleared away, and that Spring would take for one to be suspended.
        Object view = TransactionSynchronizationManager.unbindResourceIfPossible(factory);
        Object connection = dataSource == null ? null : TransactionSynchronizationManager.unbindResourceIfPossible(dataSource);
        try {
            return inNewTransaction(work);
        } finally {
            if (view != null) {
                TransactionSynchronizationManager.bindResource(factory, view);
            }
            if (connection != null && dataSource != null) {
                TransactionSynchronizationManager.bindResource(dataSource, connection);
            }
        }
    }

    private <T> T inNewTransaction(Function<? super EntityManager, ? extends T> work) {
        return ownTransaction.<T>execute(status -> {
            EntityManager own = EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
            if (own == null) {
                throw new IllegalStateException(
                        "The transaction manager does not open transactions of this persistence unit.");
            }
            return work.apply(own);
        });
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
