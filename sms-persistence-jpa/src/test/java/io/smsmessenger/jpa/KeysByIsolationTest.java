package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Message;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.NewOutbound;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client key promises, at both isolation levels that hosts use, on both databases. */
@ParameterizedClass
@EnumSource
@DisplayName("F-S5 A client key")
class KeysByIsolationTest {
    private static final int MESSAGES = 100;
    private static final AtomicLong NOTES = new AtomicLong();

    private static TestDatabase database;
    private static EntityManagerFactory factory;
    private static PlainUnitOfWork units;
    private static JpaSmsStore store;

    private final Level level;
    private final World world = new World(store);
    private final Address peer = World.number();

    KeysByIsolationTest(Level level) {
        this.level = level;
    }

    @BeforeParameterizedClassInvocation
    static void start(Level level) {
        database = level.engine.fresh(40, level.parameters).migrated();
        database.execute("create table host_note (id bigint primary key, body varchar(100))");
        factory = database.factory(Map.of(), HostNote.class);
        units = PlainUnitOfWork.of(factory);
        store = JpaSmsStore.of(units);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        database.close();
    }

    @Test
    @DisplayName("is tried at the level that the test names")
    void level() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(level.jdbc);
        }
    }

    @Test
    @DisplayName("handed over again is the first message, other content a conflict, in transactions of our own")
    void own() {
        for (int i = 0; i < MESSAGES; i++) {
            Message first = world.send(store, peer, "own-" + i);
            assertThat(store.outbox().enqueue(world.outbound(peer, "own-" + i)))
                    .isEqualTo(new Enqueued.Repeated(first));
            assertThat(store.outbox().enqueue(other("own-" + i))).isEqualTo(new Enqueued.Conflicting());
        }
        assertThat(messages("own-")).isEqualTo(MESSAGES);
    }

    @Test
    @DisplayName("handed over by many at once is one message, and all others are told of it")
    void race() throws Exception {
        for (int i = 0; i < MESSAGES / 4; i++) {
            String key = "race-" + i;
            var answers = Crowd.run(8, each -> store.outbox().enqueue(world.outbound(peer, key)));
            assertThat(answers).filteredOn(Enqueued.Stored.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Enqueued.Repeated.class::isInstance).hasSize(7);
        }
        assertThat(messages("race-")).isEqualTo(MESSAGES / 4);
    }

    @Test
    @DisplayName("met inside a host's transaction leaves it usable: its own row is committed beside")
    void host() {
        for (int i = 0; i < MESSAGES; i++) {
            String key = "host-" + i;
            Message first = world.send(store, peer, key);
            EntityManager em = factory.createEntityManager();
            em.getTransaction().begin();
            assertThat(units.<Enqueued>with(em, () -> store.outbox().enqueue(world.outbound(peer, key))))
                    .isEqualTo(new Enqueued.Repeated(first));
            assertThat(units.<Enqueued>with(em, () -> store.outbox().enqueue(other(key))))
                    .isEqualTo(new Enqueued.Conflicting());
            assertThat(units.<Enqueued>with(em, () -> store.outbox().enqueue(world.outbound(peer, key + "-2"))))
                    .isInstanceOf(Enqueued.Stored.class);
            em.persist(new HostNote(NOTES.incrementAndGet(), key));
            em.getTransaction().commit();
            em.close();
        }
        assertThat(messages("host-")).isEqualTo(2 * MESSAGES);
        assertThat(notes("host-")).isEqualTo(MESSAGES);
    }

    @Test
    @DisplayName(
            "that another committed after the host's first look is found; PostgreSQL's repeatable read says try again")
    void olderSnapshot() {
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        // Takes the snapshot, where a transaction has one.
        assertThat(em.createNativeQuery("select count(*) from sms_message", Long.class)
                        .getSingleResult())
                .isNotNull();
        em.persist(new HostNote(NOTES.incrementAndGet(), "older"));
        em.flush();
        Message first = world.send(store, peer, "older");
        NewOutbound again = world.outbound(peer, "older");
        if (level == Level.POSTGRESQL_REPEATABLE_READ) {
            // The server lets nobody act on what a snapshot does not show: the host repeats its transaction, as it has
            // to at this level for any row of its own.
            assertThatThrownBy(
                            () -> units.<Enqueued>with(em, () -> store.outbox().enqueue(again)))
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("40001"));
            em.getTransaction().rollback();
            em.getTransaction().begin();
            em.persist(new HostNote(NOTES.incrementAndGet(), "older"));
        }
        assertThat(units.<Enqueued>with(em, () -> store.outbox().enqueue(again)))
                .isEqualTo(new Enqueued.Repeated(first));
        em.getTransaction().commit();
        em.close();
        assertThat(messages("older")).isEqualTo(1);
        assertThat(notes("older")).isEqualTo(1);
    }

    /** The same key with other content. */
    private NewOutbound other(String key) {
        NewOutbound same = world.outbound(peer, key);
        return new NewOutbound(
                same.owner(),
                same.numberId(),
                same.profileId(),
                same.peer(),
                same.content(),
                same.clientKey(),
                "another",
                same.reference(),
                same.priority(),
                same.campaign(),
                same.guarantee(),
                same.at(),
                same.sendAt(),
                same.sendZone(),
                same.expiresAt(),
                same.estimate());
    }

    private static long messages(String key) {
        return database.count("select count(*) from sms_message where client_key like '" + key + "%'");
    }

    private static long notes(String body) {
        return database.count("select count(*) from host_note where body like '" + body + "%'");
    }

    /** A database and the level that its connections have unless told otherwise. */
    enum Level {
        POSTGRESQL_READ_COMMITTED(
                Engine.POSTGRESQL,
                Connection.TRANSACTION_READ_COMMITTED,
                "?options=-c%20default_transaction_isolation=read%5C%20committed"),
        POSTGRESQL_REPEATABLE_READ(
                Engine.POSTGRESQL,
                Connection.TRANSACTION_REPEATABLE_READ,
                "?options=-c%20default_transaction_isolation=repeatable%5C%20read"),
        MARIADB_READ_COMMITTED(
                Engine.MARIADB,
                Connection.TRANSACTION_READ_COMMITTED,
                "?sessionVariables=tx_isolation='READ-COMMITTED'"),
        MARIADB_REPEATABLE_READ(
                Engine.MARIADB,
                Connection.TRANSACTION_REPEATABLE_READ,
                "?sessionVariables=tx_isolation='REPEATABLE-READ'");

        private final Engine engine;
        private final int jdbc;
        private final String parameters;

        Level(Engine engine, int jdbc, String parameters) {
            this.engine = engine;
            this.jdbc = jdbc;
            this.parameters = parameters;
        }
    }
}
