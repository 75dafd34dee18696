package io.smsmessenger.jpa;

import io.smsmessenger.store.Inspection;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the database itself what it holds the library to, in the schema that statements find their tables in. */
final class Inspecting {
    private final Connection connection;
    private final DatabaseMetaData about;

    private Inspecting(Connection connection) throws SQLException {
        this.connection = connection;
        about = connection.getMetaData();
    }

    static Inspection inspect(Connection connection, Vendor vendor) throws SQLException {
        Inspecting inspecting = new Inspecting(connection);
        return new Inspection(inspecting.defects(), inspecting.warnings(vendor));
    }

    private List<String> defects() throws SQLException {
        Map<String, String> tables = tables();
        Map<String, Collection<Set<String>>> keys = new HashMap<>();
        List<String> defects = new ArrayList<>();
        Set<String> missing = new HashSet<>();
        for (Promises promise : Promises.ALL) {
            String name = tables.get(promise.table());
            if (name == null) {
                if (missing.add(promise.table())) {
                    defects.add("The table " + promise.table() + " is not in the schema that the connection is in: call"
                            + " SmsSchema.migrate, or run the scripts that SmsSchema.scripts names.");
                }
                continue;
            }
            if (!keys.containsKey(promise.table())) {
                keys.put(promise.table(), uniqueKeys(name));
            }
            if (!Objects.requireNonNull(keys.get(promise.table())).contains(promise.columns())) {
                defects.add("The table " + promise.table() + " has no unique key on (" + columns(promise) + "), so "
                        + promise.why() + ": add one, as the scripts that SmsSchema.scripts names do.");
            }
        }
        return defects;
    }

    private static String columns(Promises promise) {
        return String.join(", ", promise.columns().stream().sorted().toList());
    }

    /** The tables of this schema: how they are written here, by how they are written in small letters. */
    private Map<String, String> tables() throws SQLException {
        String schema = connection.getSchema();
        String catalog = connection.getCatalog();
        Map<String, String> tables = new HashMap<>();
        // Asked for by pattern, in which an underline stands for any letter: what is found is compared again.
        try (ResultSet rows = about.getTables(catalog, schema, "%", null)) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME");
                if (same(schema, rows.getString("TABLE_SCHEM")) && same(catalog, rows.getString("TABLE_CAT"))) {
                    tables.put(name.toLowerCase(Locale.ROOT), name);
                }
            }
        }
        return tables;
    }

    private static boolean same(@Nullable String wanted, @Nullable String found) {
        return wanted == null || found == null || wanted.equals(found);
    }

    private Collection<Set<String>> uniqueKeys(String table) throws SQLException {
        Map<String, Set<String>> keys = new HashMap<>();
        Set<String> partial = new HashSet<>();
        try (ResultSet rows = about.getIndexInfo(connection.getCatalog(), connection.getSchema(), table, true, true)) {
            while (rows.next()) {
                String index = rows.getString("INDEX_NAME");
                String column = rows.getString("COLUMN_NAME");
                if (index != null && column != null && !rows.getBoolean("NON_UNIQUE")) {
                    keys.computeIfAbsent(index, name -> new HashSet<>()).add(column.toLowerCase(Locale.ROOT));
                    String condition = rows.getString("FILTER_CONDITION");
                    if (condition != null && !condition.isEmpty()) {
                        partial.add(index);
                    }
                }
            }
        }
        keys.keySet().removeAll(partial);
        return keys.values();
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
