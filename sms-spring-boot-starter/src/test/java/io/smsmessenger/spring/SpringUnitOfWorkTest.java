package io.smsmessenger.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.hosts.Order;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.testing.Eventually;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The host's transactions and ours, on one database. */
@SpringBootTest(
        classes = SpringUnitOfWorkTest.Host.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:uow;DB_CLOSE_DELAY=-1",
            "spring.flyway.enabled=false",
            "spring.jpa.hibernate.ddl-auto=create-drop",
            // A commit that is not heard would show: nothing is polled while the test runs.
            "sms.dispatch.poll-interval=1h"
        })
class SpringUnitOfWorkTest {
    private static final PhoneNumber PEER = PhoneNumber.of("+12025550123");
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private SmsMessenger messenger;

    @Autowired
    private SmsStore store;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private EntityManagerFactory factory;

    @Autowired
    private EntityManager shared;

    @Autowired
    private Host host;

    private UserMessenger ann;

    @BeforeEach
    void user() {
        int index = COUNT.incrementAndGet();
        UserId id = UserId.of("ann-" + index);
        ProfileId profile =
                messenger.operator().addProfile(id, "p-" + index, "Profile").id();
        messenger.operator().assign(PhoneNumber.of("+1303555" + (1000 + index)), id, profile);
        ann = messenger.forUser(id);
        host.heard.clear();
        host.heardInTransaction.clear();
    }

    @Test
    void theHostsOwnEntitiesAreStillScanned() {
        Order order = transaction.execute(status -> {
            Order made = new Order("tea");
            shared.persist(made);
            return made;
        });

        assertThat(shared.find(Order.class, order.id()).what()).isEqualTo("tea");
    }

    @Test
    void whatIsRolledBackWasNeverSent() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    shared.persist(new Order("rolled back"));
                    ann.send(draft());
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(ann.conversations().list(PageRequest.first(10)).items()).isEmpty();
        assertThat(orders("rolled back")).isZero();
        assertThat(host.heard).isEmpty();
    }

    @Test
    void aCommitIsHeardAndWakesTheDispatcher() {
        Message sent = transaction.execute(status -> {
            shared.persist(new Order("committed"));
            Message message = ann.send(draft());
            assertThat(host.heard).isEmpty();
            return message;
        });

        assertThat(host.heard).hasAtLeastOneElementOfType(SmsEvent.MessageQueued.class);
        assertThat(host.heardInTransaction).hasAtLeastOneElementOfType(SmsEvent.MessageQueued.class);
        assertThat(orders("committed")).isOne();
        isAccepted(sent);
    }

    @Test
    void withoutATransactionASendHasOneOfItsOwn() {
        isAccepted(ann.send(draft()));
    }

    @Test
    void aSendWhileACommitIsToldIsNotLost() {
        Message[] sent = new Message[2];
        transaction.executeWithoutResult(status -> {
            shared.persist(new Order("first"));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    sent[0] = ann.send(draft());
                }

                @Override
                public void afterCompletion(int result) {
                    sent[1] = ann.send(draft());
                }
            });
        });

        isAccepted(sent[0]);
        isAccepted(sent[1]);
    }

    @Test
    void aCancelIsUndoneByTheHostsRollback() {
        Message message = ann.send(draft().sendAt(java.time.Instant.parse("2199-01-01T00:00:00Z")));

        transaction.executeWithoutResult(status -> {
            ann.messages().cancel(message.id());
            status.setRollbackOnly();
        });

        assertThat(ann.messages().get(message.id()).status()).isEqualTo(MessageStatus.SCHEDULED);
        transaction.executeWithoutResult(status -> ann.messages().cancel(message.id()));
        assertThat(ann.messages().get(message.id()).status()).isEqualTo(MessageStatus.CANCELLED);
    }

    @Test
    void anEntityManagerThatIsOpenInViewIsLeftAlone() {
        Order order = transaction.execute(status -> {
            Order made = new Order("in view");
            shared.persist(made);
            return made;
        });
        EntityManager view = factory.createEntityManager();
        TransactionSynchronizationManager.bindResource(factory, new EntityManagerHolder(view));
        try {
            view.find(Order.class, order.id()).rename("changed without a transaction");
            ann.send(draft());

            assertThat(TransactionSynchronizationManager.hasResource(factory)).isTrue();
        } finally {
            TransactionSynchronizationManager.unbindResource(factory);
            view.close();
        }
        assertThat(orders("changed without a transaction")).isZero();
    }

    @Test
    void hibernateDoesNotMakeOurTablesAnew() {
        assertThat(store.getClass().getSimpleName()).isEqualTo("JpaSmsStore");
        Number ours = transaction.execute(status -> (Number) shared.createNativeQuery(
                        "select count(*) from information_schema.indexes where table_name = 'SMS_OUTBOX'"
                                + " and index_name not like 'PRIMARY%'")
                .getSingleResult());
        assertThat(ours.intValue()).isPositive();
    }

    private Draft draft() {
        return Draft.to(PEER, "Hello");
    }

    private void isAccepted(Message message) {
        Eventually.holds(
                "the carrier has it", () -> ann.messages().get(message.id()).status() == MessageStatus.ACCEPTED);
    }

    private long orders(String what) {
        return transaction.execute(
                status -> shared.createQuery("select count(o) from Order o where o.what = :what", Long.class)
                        .setParameter("what", what)
                        .getSingleResult());
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @EntityScan(basePackageClasses = Order.class)
    static class Host {
        final List<SmsEvent> heard = new CopyOnWriteArrayList<>();
        final List<SmsEvent> heardInTransaction = new CopyOnWriteArrayList<>();

        @Bean
        FakeProvider provider() {
            return new FakeProvider();
        }

        @EventListener
        void hear(SmsEvent event) {
            heard.add(event);
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
        void hearInTransaction(SmsEvent event) {
            heardInTransaction.add(event);
        }
    }
}
