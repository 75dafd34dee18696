package io.smsmessenger.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Creates the library's tables and brings them up to date. Either {@link #migrate} is called at each start, or the host's
 * own tool (Flyway, Liquibase) runs the {@link #scripts}, in order and each once; not both.
 */
public final class SmsSchema {
    private static final String ROOT = "io/smsmessenger/jpa/schema/";
    private static final List<String> SCRIPTS = List.of("V001__base.sql", "V002__sending.sql", "V003__campaigns.sql");

    private SmsSchema() {}

    /**
     * Runs the scripts that are missing, in order. Safe at each start and from several nodes at once; what was run is kept
     * in {@code sms_schema_history}. Needs the right to create tables.
     *
     * @throws IllegalStateException when the database is of a kind that is not supported, or refuses a statement
     */
    public static void migrate(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            try {
                connection.setAutoCommit(false);
                Vendor vendor = Vendor.of(connection);
                new Migration(connection, vendor).run(resources(vendor));
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The tables of SMS Messenger could not be created or updated.", failed);
        }
    }

    /**
     * The class path resources that make up the schema, in the order in which they are to run.
     *
     * @param vendor {@code postgresql}, {@code mariadb}, {@code mysql} or {@code h2}, in any case
     * @throws IllegalArgumentException for any other
     */
    public static List<String> scripts(String vendor) {
        return resources(Vendor.valueOf(vendor.toUpperCase(Locale.ROOT)));
    }

    private static List<String> resources(Vendor vendor) {
        return SCRIPTS.stream().map(name -> ROOT + vendor.folder() + "/" + name).toList();
    }
}
