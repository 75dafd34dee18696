package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.store.Inspection;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that lacks a key is found out, whichever it is; on a database of its own, for the keys are really gone. */
@ParameterizedClass
@EnumSource(Engine.class)
class InspectionTest {
    private static TestDatabase database;
    private static EntityManagerFactory factory;
    private static JpaSmsStore store;

    private final Engine engine;

    InspectionTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        database = engine.fresh().migrated();
        factory = database.factory();
        store = JpaSmsStore.of(factory);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        database.close();
    }

    @Test
    void each_key_that_is_dropped_is_named_and_nothing_else() throws SQLException {
        assertThat(store.inspect().defects()).isEmpty();
        for (Promises promise : Promises.ALL) {
            String key = keyOf(promise);
            String columns =
                    String.join(", ", promise.columns().stream().sorted().toList());
            drop(promise, key);
            Inspection inspection = store.inspect();
            assertThat(inspection.defects())
                    .as("%s %s", promise.table(), columns)
                    .singleElement()
                    .asString()
                    .contains(promise.table() + " ", "(" + columns + ")", "add one");
            restore(promise, key, columns);
            assertThat(store.inspect().defects()).isEmpty();
        }
    }

    @Test
    void a_table_that_is_not_there_is_named_once() {
        database.execute("alter table sms_message rename to sms_message_elsewhere");
        assertThat(store.inspect().defects()).singleElement().asString().contains("sms_message ", "SmsSchema.migrate");
        database.execute("alter table sms_message_elsewhere rename to sms_message");
        assertThat(store.inspect()).isNotNull();
        assertThat(store.inspect().defects()).isEmpty();
    }

    @Test
    void the_same_tables_in_another_schema_do_not_count() {
        if (engine == Engine.MARIADB) {
            // There a schema is a database, and the connection is in one.
            try (TestDatabase empty = engine.fresh()) {
                assertThat(missingIn(empty)).hasSize(14);
            }
            return;
        }
        database.execute("create schema elsewhere");
        try (TestDatabase other = database.in(engine == Engine.H2 ? "ELSEWHERE" : "elsewhere")) {
            assertThat(missingIn(other)).hasSize(14);
        }
    }

    private static List<String> missingIn(TestDatabase empty) {
        var unchecked = empty.factory(Map.of("hibernate.hbm2ddl.auto", "none"));
        return JpaSmsStore.of(unchecked).inspect().defects();
    }

    @Test
    void a_database_that_confirms_before_it_keeps_is_warned_of() {
        switch (engine) {
            case H2 -> assertThat(store.inspect().warnings()).isEmpty();
            case POSTGRESQL -> {
                assertThat(warningsWith("set synchronous_commit = off"))
                        .singleElement()
                        .asString()
                        .contains("synchronous_commit");
                assertThat(warningsWith("set synchronous_commit = on")).isEmpty();
            }
            case MARIADB -> {
                long before = database.count("select @@global.innodb_flush_log_at_trx_commit");
                try {
                    for (int weak : new int[] {0, 2}) {
                        assertThat(warningsWith("set global innodb_flush_log_at_trx_commit = " + weak))
                                .singleElement()
                                .asString()
                                .contains("innodb_flush_log_at_trx_commit is " + weak);
                    }
                    assertThat(warningsWith("set global innodb_flush_log_at_trx_commit = 1"))
                            .isEmpty();
                } finally {
                    database.execute("set global innodb_flush_log_at_trx_commit = " + before);
                }
            }
        }
    }

    /** What a connection that begins with this is told. */
    private List<String> warningsWith(String setting) {
        try (TestDatabase fresh = database.startingWith(setting)) {
            return JpaSmsStore.of(fresh.factory()).inspect().warnings();
        }
    }

    private void drop(Promises promise, String key) {
        boolean primary = isPrimary(promise);
        switch (engine) {
            case MARIADB -> {
                if (primary) {
                    withoutCounting(promise.table());
                }
                database.execute(
                        "alter table " + promise.table() + " drop " + (primary ? "primary key" : "index " + key));
            }
            case POSTGRESQL -> database.execute("alter table " + promise.table() + " drop constraint " + key);
            case H2 ->
                database.execute(
                        "alter table " + promise.table() + " drop " + (primary ? "primary key" : "constraint " + key));
        }
    }

    private void restore(Promises promise, String key, String columns) {
        boolean primary = isPrimary(promise);
        String name = primary && engine != Engine.POSTGRESQL ? "" : " constraint " + key;
        database.execute("alter table " + promise.table() + " add" + name + (primary ? " primary key (" : " unique (")
                + columns + ")");
    }

    /** What counts by itself must be a key there. */
    private static void withoutCounting(String table) {
        if (table.equals("sms_message_event")) {
            database.execute("alter table sms_message_event modify id bigint not null");
        }
    }

    private static boolean isPrimary(Promises promise) {
        return Promises.ALL.stream()
                .filter(other -> other.table().equals(promise.table()))
                .findFirst()
                .orElseThrow()
                .equals(promise);
    }

    private static String keyOf(Promises promise) throws SQLException {
        if (isPrimary(promise)) {
            return promise.table() + "_pkey";
        }
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        try (Connection connection = database.dataSource().getConnection()) {
            boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
            String table = upper ? promise.table().toUpperCase(Locale.ROOT) : promise.table();
            try (ResultSet rows = connection
                    .getMetaData()
                    .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, true, true)) {
                while (rows.next()) {
                    if (rows.getString("INDEX_NAME") != null) {
                        keys.computeIfAbsent(rows.getString("INDEX_NAME"), name -> new HashSet<>())
                                .add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return keys.entrySet().stream()
                .filter(key -> key.getValue().equals(promise.columns()))
                .map(key -> key.getKey().toLowerCase(Locale.ROOT).replaceFirst("_index_.*$", ""))
                .findFirst()
                .orElseThrow();
    }
}
