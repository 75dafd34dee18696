package io.smsmessenger.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The databases that the library speaks to, and what differs between them. */
enum Vendor {
    H2("h2"),
    POSTGRESQL("postgresql"),
    MARIADB("mysql"),
    MYSQL("mysql");

    private final String folder;

    Vendor(String folder) {
        this.folder = folder;
    }

    /** Where its scripts are. */
    String folder() {
        return folder;
    }

    /** Whether ids come from a table with a counting column, for want of sequences that both of the family have. */
    boolean countsBlocksInTable() {
        return this == MARIADB || this == MYSQL;
    }

    /** Whether a failed statement spoils the whole transaction. */
    boolean failsWholeTransaction() {
        return this == POSTGRESQL;
    }

    /** Where a script may be half run, because each of its statements commits. */
    boolean commitsEachDefinition() {
        return this != POSTGRESQL;
    }

    static Vendor of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String version = connection.getMetaData().getDatabaseProductVersion();
        String name = (product + " " + version).toLowerCase(Locale.ROOT);
        if (name.contains("mariadb")) {
            return MARIADB;
        }
        if (name.startsWith("mysql")) {
            return MYSQL;
        }
        if (name.startsWith("postgresql")) {
            return POSTGRESQL;
        }
        if (name.startsWith("h2")) {
            return H2;
        }
        throw new IllegalStateException("SMS Messenger works with PostgreSQL, MariaDB, MySQL and H2, not with "
                + product + ". Point it to one of these.");
    }
}
