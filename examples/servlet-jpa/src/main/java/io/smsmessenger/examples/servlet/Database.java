package io.smsmessenger.examples.servlet;

import com.zaxxer.hikari.HikariDataSource;
import io.smsmessenger.jpa.JpaSmsStore;
import io.smsmessenger.jpa.SmsEntities;
import io.smsmessenger.jpa.SmsSchema;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.nio.file.Path;

/** An H2 file, a connection pool, and a persistence unit made in code: there is no {@code persistence.xml}. */
final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final EntityManagerFactory factory;

    Database(Path directory) {
        pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + directory.resolve("sms").toAbsolutePath());
        SmsSchema.migrate(pool);

        PersistenceConfiguration unit = new PersistenceConfiguration("example");
        SmsEntities.classes().forEach(unit::managedClass); // your own entities go here too
        unit.property("jakarta.persistence.nonJtaDataSource", pool);
        factory = unit.createEntityManagerFactory();
    }

    JpaSmsStore store() {
        return JpaSmsStore.of(factory);
    }

    @Override
    public void close() {
        factory.close();
        pool.close();
    }
}
