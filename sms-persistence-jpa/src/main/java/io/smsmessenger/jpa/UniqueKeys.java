package io.smsmessenger.jpa;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of each unique key of a table that statements find by its name alone. */
final class UniqueKeys {
    private static final String FIND = "select to_regclass(?)::oid";

    /** The driver tells neither which indexes a broken build left behind nor which columns are only carried along. */
    private static final String COLUMNS = "select i.indexrelid, a.attname from pg_index i"
            + " cross join lateral unnest(i.indkey) with ordinality k (attnum, place)"
            + " join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum"
            + " where i.indrelid = to_regclass(?) and i.indisunique and i.indisvalid and i.indisready"
            + " and i.indimmediate and i.indpred is null and i.indexprs is null and k.place <= i.indnkeyatts";

    private final Connection connection;
    private final boolean postgres;
    private final Map<String, String> tables;

    UniqueKeys(Connection connection, Vendor vendor) throws SQLException {
        this.connection = connection;
        postgres = vendor == Vendor.POSTGRESQL;
        tables = postgres ? Map.of() : tables(connection);
    }

    /** Empty when there is no such table. */
    Optional<Collection<Set<String>>> of(String table) throws SQLException {
        if (postgres) {
            // Along the whole search path, as the library's own statements go.
            return isThere(table) ? Optional.of(listed(table)) : Optional.empty();
        }
        String name = tables.get(table);
        return name == null ? Optional.empty() : Optional.of(told(name));
    }

    private boolean isThere(String table) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, FIND, table);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1) != null;
        }
    }

    private Collection<Set<String>> listed(String table) throws SQLException {
        Map<Long, Set<String>> keys = new HashMap<>();
        try (PreparedStatement statement = Statements.prepare(connection, COLUMNS, table);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                keys.computeIfAbsent(rows.getLong(1), index -> new HashSet<>()).add(rows.getString(2));
            }
        }
        return keys.values();
    }

    /** The tables of this schema: how they are written here, by how they are written in small letters. */
    private static Map<String, String> tables(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        String catalog = connection.getCatalog();
        Map<String, String> tables = new HashMap<>();
        // Asked for by pattern, in which an underline stands for any letter: what is found is compared again.
        try (ResultSet rows = connection.getMetaData().getTables(catalog, schema, "%", null)) {
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

    private Collection<Set<String>> told(String table) throws SQLException {
        Map<String, Set<String>> keys = new HashMap<>();
        Set<String> partial = new HashSet<>();
        DatabaseMetaData about = connection.getMetaData();
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
}
