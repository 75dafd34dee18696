package io.smsmessenger.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One empty database with a pool, for one test class. */
public final class TestDatabase implements AutoCloseable {
    private final HikariDataSource pool;
    private final List<EntityManagerFactory> factories = new ArrayList<>();

    private TestDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    public static TestDatabase create(Engine.Server server, String name, int connections, String parameters) {
        if (server.admin() != null) {
            try (Connection admin = DriverManager.getConnection(server.admin(), server.user(), server.password());
                    Statement statement = admin.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url().formatted(name) + parameters);
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        return new TestDatabase(new HikariDataSource(config));
    }

    /** The same database through connections that begin with this statement. */
    TestDatabase startingWith(String sql) {
        HikariConfig config = again();
        config.setConnectionInitSql(sql);
        return new TestDatabase(new HikariDataSource(config));
    }

    /** The same database through connections that are in this schema. */
    TestDatabase in(String schema) {
        HikariConfig config = again();
        config.setSchema(schema);
        return new TestDatabase(new HikariDataSource(config));
    }

    private HikariConfig again() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(pool.getJdbcUrl());
        config.setUsername(pool.getUsername());
        config.setPassword(pool.getPassword());
        config.setMaximumPoolSize(2);
        return config;
    }

    /** The same database, reached through another port of this machine, where each statement is to be read in words. */
    TestDatabase through(int port) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(pool.getJdbcUrl().replaceFirst(":\\d+/", ":" + port + "/"));
        if (pool.getJdbcUrl().startsWith("jdbc:postgresql")) {
            config.addDataSourceProperty("prepareThreshold", "0");
        }
        config.setUsername(pool.getUsername());
        config.setPassword(pool.getPassword());
        config.setMaximumPoolSize(2);
        return new TestDatabase(new HikariDataSource(config));
    }

    public HikariDataSource dataSource() {
        return pool;
    }

    public TestDatabase migrated() {
        SmsSchema.migrate(pool);
        return this;
    }

    /** A factory over the library's entities and the host's own, checked against the tables. */
    public EntityManagerFactory factory(Map<String, ?> properties, Class<?>... hostEntities) {
        PersistenceConfiguration unit = new PersistenceConfiguration("sms-test");
        SmsEntities.classes().forEach(unit::managedClass);
        for (Class<?> entity : hostEntities) {
            unit.managedClass(entity);
        }
        unit.property("jakarta.persistence.nonJtaDataSource", pool);
        unit.property("hibernate.hbm2ddl.auto", hostEntities.length == 0 ? "validate" : "none");
        properties.forEach(unit::property);
        EntityManagerFactory factory = unit.createEntityManagerFactory();
        factories.add(factory);
        return factory;
    }

    public EntityManagerFactory factory() {
        return factory(Map.of());
    }

    public void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public long count(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Rows of a text and a number. */
    public Map<String, Integer> numbers(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            Map<String, Integer> numbers = new HashMap<>();
            while (row.next()) {
                numbers.put(row.getString(1), row.getInt(2));
            }
            return numbers;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        factories.forEach(EntityManagerFactory::close);
        pool.close();
    }
}
