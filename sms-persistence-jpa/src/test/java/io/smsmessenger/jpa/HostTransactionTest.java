package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Contact;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.store.ContactStore.ContactDetails;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.NumberStore.NewAssignment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class HostTransactionTest {
    private static final AtomicLong NOTES = new AtomicLong();

    private static TestDatabase database;
    private static EntityManagerFactory factory;
    private static PlainUnitOfWork units;
    private static JpaSmsStore store;

    private final World world = new World(store);
    private final Address peer = World.number();

    HostTransactionTest(Engine engine) {}

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        database = engine.fresh().migrated();
        database.execute("create table host_note (id bigint primary key, body varchar(100))");
        factory = database.factory(Map.of("hibernate.generate_statistics", "true"), HostNote.class);
        units = PlainUnitOfWork.of(factory);
        store = JpaSmsStore.of(units);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        database.close();
    }

    @AfterEach
    void clean() {
        for (String table :
                List.of("sms_message", "sms_outbox", "sms_conversation", "sms_contact", "sms_consent", "host_note")) {
            database.execute("delete from " + table);
        }
    }

    @Test
    void a_rollback_leaves_nothing() {
        inHost(false, () -> {
            world.send(store, peer, "k");
            store.contacts().add(world.owner, new ContactDetails("Mum", peer, null), World.NOW);
            store.consents().optOut(ConsentScope.of(world.owner), peer, OptOut.Source.PERSON, World.NOW);
        });
        for (String table : List.of("sms_message", "sms_outbox", "sms_conversation", "sms_contact", "sms_consent")) {
            assertThat(database.count("select count(*) from " + table))
                    .as(table)
                    .isZero();
        }
        assertThat(database.count("select count(*) from host_note")).isZero();
    }

    @Test
    void a_commit_keeps_both() {
        inHost(true, () -> world.send(store, peer, "k"));
        assertThat(database.count("select count(*) from sms_outbox")).isEqualTo(1);
        assertThat(database.count("select count(*) from host_note")).isEqualTo(1);
    }

    @Test
    void a_text_is_called_back_in_the_transaction_that_sent_it() {
        inHost(true, () -> {
            Message sent = world.send(store, peer, "k");
            assertThat(store.outbox().cancel(world.owner, sent.id(), World.NOW)).isPresent();
        });
        assertThat(database.count("select count(*) from sms_outbox")).isZero();
        assertThat(database.count("select count(*) from sms_message where status = 'CANCELLED'"))
                .isEqualTo(1);
    }

    @Test
    void calling_back_is_undone_by_a_rollback() {
        Message sent = world.send(store, peer, "k");
        inHost(
                false,
                () -> assertThat(store.outbox().cancel(world.owner, sent.id(), World.NOW))
                        .isPresent());
        assertThat(store.messages().find(world.owner, sent.id())).contains(sent);
        assertThat(store.outbox().claim(world.request(10, World.NOW, java.time.Duration.ofMinutes(1))))
                .hasSize(1);
    }

    @Test
    void what_is_the_dispatchers_commits_by_itself() {
        world.send(store, peer, "k");
        inHost(
                false,
                () -> assertThat(store.outbox().claim(world.request(10, World.NOW, java.time.Duration.ofMinutes(1))))
                        .hasSize(1));
        assertThat(database.count("select count(*) from sms_outbox where state = 'CLAIMED'"))
                .isEqualTo(1);
    }

    @Test
    void a_conversation_that_a_host_holds_does_not_keep_the_queue_waiting() {
        Message sent = world.send(store, peer, "k");
        inHost(true, () -> {
            store.conversations().markUnread(world.owner, sent.conversationId());
            assertThat(CompletableFuture.supplyAsync(
                            () -> store.outbox().claim(world.request(10, World.NOW, java.time.Duration.ofMinutes(1)))))
                    .succeedsWithin(java.time.Duration.ofSeconds(8))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSize(1);
        });
    }

    @Test
    void a_conflict_leaves_the_hosts_transaction_usable() {
        world.send(store, peer, "k");
        Contact mum = store.contacts().add(world.owner, new ContactDetails("Mum", peer, "1"), World.NOW);
        Contact dad = store.contacts().add(world.owner, new ContactDetails("Dad", World.number(), "2"), World.NOW);
        World other = new World(store);
        inHost(true, () -> {
            assertThat(store.outbox().enqueue(world.outbound(peer, "k"))).isInstanceOf(Enqueued.Repeated.class);
            assertThatThrownBy(() -> store.contacts().add(world.owner, new ContactDetails("x", peer, null), World.NOW))
                    .isInstanceOf(SmsException.class);
            assertThatThrownBy(() -> store.contacts()
                            .change(
                                    world.owner,
                                    dad.id(),
                                    new ContactDetails("x", mum.address(), null),
                                    null,
                                    World.NOW))
                    .isInstanceOf(SmsException.class);
            assertThatThrownBy(() -> store.numbers()
                            .assign(new NewAssignment(
                                    other.line.number(), world.owner, world.account, null, null, null, World.NOW)))
                    .isInstanceOf(SmsException.class);
            world.send(store, peer, "k2");
        });
        assertThat(database.count("select count(*) from host_note")).isEqualTo(1);
        assertThat(database.count("select count(*) from sms_message")).isEqualTo(2);
    }

    @Test
    void a_key_that_another_commits_meanwhile_is_found_in_spite_of_an_older_snapshot() {
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        // Takes the snapshot, where a transaction has one: MariaDB's default is repeatable read.
        assertThat(em.createNativeQuery("select count(*) from sms_message", Long.class)
                        .getSingleResult())
                .isEqualTo(0L);
        Enqueued first = store.outbox().enqueue(world.outbound(peer, "k"));
        Enqueued again = units.with(em, () -> store.outbox().enqueue(world.outbound(peer, "k")));
        Enqueued new2 = units.with(em, () -> store.outbox().enqueue(world.outbound(peer, "k2")));
        em.persist(new HostNote(NOTES.incrementAndGet(), "kept"));
        em.getTransaction().commit();
        em.close();

        assertThat(again).isEqualTo(new Enqueued.Repeated(((Enqueued.Stored) first).message()));
        assertThat(((Enqueued.Stored) new2).message().conversationId())
                .isEqualTo(((Enqueued.Stored) first).message().conversationId());
        assertThat(database.count("select count(*) from host_note")).isEqualTo(1);
    }

    @Test
    void the_hosts_persistence_context_is_left_alone() {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        HostNote note = new HostNote(NOTES.incrementAndGet(), "first");
        em.persist(note);
        em.flush();
        note.body = "pending";
        statistics.clear();
        units.with(em, () -> {
            world.send(store, peer, "k");
            Contact mum = store.contacts().add(world.owner, new ContactDetails("Mum", peer, null), World.NOW);
            store.contacts().change(world.owner, mum.id(), new ContactDetails("Ma", peer, null), null, World.NOW);
            var conversation =
                    store.conversations().latestWith(world.owner, peer).orElseThrow();
            store.conversations().markUnread(world.owner, conversation.id());
            return store.messages().page(world.owner, conversation.id(), io.smsmessenger.model.PageRequest.first(10));
        });
        assertThat(statistics.getFlushCount()).isZero();
        assertThat(statistics.getEntityUpdateCount()).isZero();
        assertThat(em.contains(note)).isTrue();
        assertThat(em.unwrap(Session.class).getStatistics().getEntityCount()).isEqualTo(1);
        em.getTransaction().commit();
        em.close();
        assertThat(database.count("select count(*) from host_note where body = 'pending'"))
                .isEqualTo(1);
    }

    @Test
    void actions_wait_for_the_commit_that_the_host_tells_of() {
        List<String> ran = new ArrayList<>();
        List<Runnable> waiting = new ArrayList<>();
        store.afterCommit(() -> ran.add("at once"));
        assertThat(ran).containsExactly("at once");
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        units.with(em, waiting::add, () -> {
            store.afterCommit(() -> ran.add("later"));
            return null;
        });
        units.with(em, () -> {
            store.afterCommit(() -> ran.add("never heard of"));
            return null;
        });
        em.getTransaction().commit();
        em.close();
        assertThat(ran).containsExactly("at once");
        waiting.forEach(Runnable::run);
        assertThat(ran).containsExactly("at once", "later");
        assertThatThrownBy(() -> units.with(factory.createEntityManager(), () -> null))
                .isInstanceOf(IllegalStateException.class);
    }

    private void inHost(boolean commit, Runnable work) {
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        try {
            em.persist(new HostNote(NOTES.incrementAndGet(), "note"));
            units.with(em, () -> {
                work.run();
                return null;
            });
            if (commit) {
                em.getTransaction().commit();
            }
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }
}
