package io.smsmessenger.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One run over the scripts. Every script can be run again, so a run that broke off is made good by the next. */
final class Migration {
    private static final long LOCK_KEY = 0x534d534d53475231L;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Connection connection;
    private final Vendor vendor;
    private final Duration longestWait;

    Migration(Connection connection, Vendor vendor) {
        this(connection, vendor, LONGEST_WAIT);
    }

    /** Waits so long for another node's run, where waiting has to end. */
    Migration(Connection connection, Vendor vendor, Duration longestWait) {
        this.connection = connection;
        this.vendor = vendor;
        this.longestWait = longestWait;
    }

    void run(List<String> resources) throws SQLException {
        if (vendor == Vendor.H2) {
            // It has no lock that outlives a definition, but lives in one JVM.
            synchronized (Migration.class) {
                runLocked(resources);
            }
        } else {
            runLocked(resources);
        }
    }

    private void runLocked(List<String> resources) throws SQLException {
        lock();
        try {
            execute("create table if not exists sms_schema_history (script varchar(190) not null primary key)");
            Set<String> done = done();
            for (String resource : resources) {
                String script = resource.substring(resource.lastIndexOf('/') + 1);
                if (!done.contains(script)) {
                    for (String statement : statements(resource)) {
                        execute(statement);
                    }
                    remember(script);
                }
            }
            connection.commit();
        } finally {
            unlock();
        }
    }

    private void lock() throws SQLException {
        switch (vendor) {
            case POSTGRESQL -> execute("select pg_advisory_xact_lock(" + LOCK_KEY + ")");
            case MARIADB, MYSQL -> lockByName();
            case H2 -> {}
        }
    }

    private void lockByName() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select get_lock(concat('sms_schema:', md5(database())), " + longestWait.toSeconds() + ")")) {
            row.next();
            // 0 after the wait, null when it broke off: nobody else's run may be assumed to be over.
            if (row.getInt(1) != 1) {
                throw new IllegalStateException("Another node has been creating or updating the tables of SMS Messenger"
                        + " for " + longestWait.toSeconds() + " s: start again once it is done.");
            }
        }
    }

    private void unlock() throws SQLException {
        if (vendor == Vendor.MARIADB || vendor == Vendor.MYSQL) {
            execute("select release_lock(concat('sms_schema:', md5(database())))");
        }
    }

    private Set<String> done() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select script from sms_schema_history")) {
            Set<String> scripts = new HashSet<>();
            while (rows.next()) {
                scripts.add(rows.getString(1));
            }
            return scripts;
        }
    }

    private void remember(String script) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into sms_schema_history (script) values (?)")) {
            statement.setString(1, script);
            statement.executeUpdate();
        } catch (SQLException failed) {
            // Without a lock another node may have run the same script meanwhile.
            if (vendor != Vendor.H2 || !SqlFailures.isDuplicate(failed)) {
                throw failed;
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> statements(String resource) {
        try (InputStream in = Migration.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + resource + ".");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String code = text.replaceAll("(?m)^--.*$", "");
            return Arrays.stream(code.split(";\\s*\n"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
