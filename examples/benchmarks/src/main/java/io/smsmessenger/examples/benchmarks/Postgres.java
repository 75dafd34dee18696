package io.smsmessenger.examples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.smsmessenger.jpa.JpaSmsStore;
import io.smsmessenger.jpa.PlainUnitOfWork;
import io.smsmessenger.jpa.SmsEntities;
import io.smsmessenger.jpa.SmsSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL that keeps what it has committed, a pool on it for everybody, and our store on that pool. */
final class Postgres implements AutoCloseable {
    private static final int CONNECTIONS = 32;

    final HikariDataSource pool = new HikariDataSource();
    final EntityManagerFactory factory;
    final PlainUnitOfWork units;
    final JpaSmsStore store;
    private final EmbeddedPostgres server;

    Postgres() throws IOException, SQLException {
        // The embedded server gives durability up for speed unless it is told not to.
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .start();
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres");
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(CONNECTIONS);
        SmsSchema.migrate(pool);
        Checks.that(text("show fsync").equals("on"), "fsync is on");
        Checks.that(text("show synchronous_commit").equals("on"), "synchronous_commit is on");
        PersistenceConfiguration unit = new PersistenceConfiguration("benchmarks");
        SmsEntities.classes().forEach(unit::managedClass);
        unit.property("jakarta.persistence.nonJtaDataSource", pool);
        factory = unit.createEntityManagerFactory();
        units = PlainUnitOfWork.of(factory);
        store = JpaSmsStore.of(units);
    }

    String text(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    long count(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An empty outbox; users, numbers and conversations stay. */
    void empty() throws SQLException {
        execute("truncate sms_message, sms_outbox, sms_message_event");
    }

    @Override
    public void close() throws IOException {
        factory.close();
        pool.close();
        server.close();
    }
}
