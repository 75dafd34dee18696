package io.smsmessenger.jpa;

import io.smsmessenger.store.Inspection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the database itself what it holds the library to, in the schema that statements find their tables in. */
final class Inspecting {
    private final Connection connection;

    private Inspecting(Connection connection) {
        this.connection = connection;
    }

    static Inspection inspect(Connection connection, Vendor vendor) throws SQLException {
        Inspecting inspecting = new Inspecting(connection);
        return new Inspection(defects(new UniqueKeys(connection, vendor)), inspecting.warnings(vendor));
    }

    private static List<String> defects(UniqueKeys unique) throws SQLException {
        Map<String, Optional<Collection<Set<String>>>> tables = new HashMap<>();
        List<String> defects = new ArrayList<>();
        for (Promises promise : Promises.ALL) {
            Optional<Collection<Set<String>>> keys = tables.get(promise.table());
            if (keys == null) {
                keys = unique.of(promise.table());
                tables.put(promise.table(), keys);
                if (keys.isEmpty()) {
                    defects.add("The table " + promise.table() + " is not where statements of this connection look for"
                            + " it: call SmsSchema.migrate, or run the scripts that SmsSchema.scripts names.");
                }
            }
            if (keys.isPresent() && !keys.get().contains(promise.columns())) {
                defects.add("The table " + promise.table() + " has no unique key on (" + columns(promise) + "), so "
                        + promise.why() + ": add one, as the scripts that SmsSchema.scripts names do.");
            }
        }
        return defects;
    }

    private static String columns(Promises promise) {
        return String.join(", ", promise.columns().stream().sorted().toList());
    }

    private List<String> warnings(Vendor vendor) throws SQLException {
        return switch (vendor) {
            case POSTGRESQL -> weak("show synchronous_commit", "synchronous_commit", "off", "on");
            case MARIADB, MYSQL ->
                weak("select @@global.innodb_flush_log_at_trx_commit", "innodb_flush_log_at_trx_commit", null, "1");
            case H2 -> List.of();
        };
    }

    /** A warning if the setting is {@code weak}, or anything but {@code strong} where only that is. */
    private List<String> weak(String question, String setting, @Nullable String weak, String strong)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            String value = row.getString(1);
            boolean bad = weak == null ? !value.equals(strong) : value.equals(weak);
            return bad
                    ? List.of("The database confirms commits before they are safe (" + setting + " is " + value
                            + "): after a crash of it a message may be lost, or sent twice. Set it to " + strong + ".")
                    : List.of();
        }
    }
}
