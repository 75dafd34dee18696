package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmsSchemaTest {
    /** What the promises rest on. */
    private static final Map<String, Set<List<String>>> UNIQUE = Map.ofEntries(
            Map.entry("sms_provider_account", Set.of(List.of("id"), List.of("reference"))),
            Map.entry("sms_profile", Set.of(List.of("id"), List.of("account_id", "provider_profile_id"))),
            Map.entry("sms_number_assignment", Set.of(List.of("id"), List.of("open_phone"), List.of("default_owner"))),
            Map.entry(
                    "sms_contact", Set.of(List.of("id"), List.of("owner", "address"), List.of("owner", "external_id"))),
            Map.entry("sms_conversation", Set.of(List.of("id"), List.of("assignment_id", "peer"))),
            Map.entry(
                    "sms_message",
                    Set.of(
                            List.of("id"),
                            List.of("owner", "client_key"),
                            List.of("reference"),
                            List.of("account_id", "direction", "provider_id"))),
            Map.entry("sms_media", Set.of(List.of("message_id", "ordinal"))),
            Map.entry("sms_outbox", Set.of(List.of("message_id"))),
            Map.entry("sms_message_event", Set.of(List.of("id"))),
            Map.entry("sms_webhook_event", Set.of(List.of("id"), List.of("account_id", "event_id"))),
            Map.entry("sms_consent", Set.of(List.of("scope_kind", "scope_id", "peer"))),
            Map.entry("sms_lane", Set.of(List.of("kind", "lane_id"))),
            Map.entry("sms_campaign", Set.of(List.of("id"))),
            Map.entry(
                    "sms_campaign_recipient",
                    Set.of(List.of("campaign_id", "ordinal"), List.of("campaign_id", "address"))));

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_mapping_fits_the_script_and_every_column_is_mapped(Engine engine) throws SQLException {
        try (TestDatabase database = engine.fresh().migrated()) {
            // Starts in "validate" mode: every mapped column is there and of its type.
            var model = database.factory().unwrap(org.hibernate.engine.spi.SessionFactoryImplementor.class);
            Map<String, Set<String>> mapped = new TreeMap<>();
            model.getMappingMetamodel().forEachEntityDescriptor(entity -> {
                Set<String> columns =
                        mapped.computeIfAbsent(entity.getMappedTableDetails().getTableName(), table -> new TreeSet<>());
                entity.forEachSelectable((index, column) -> columns.add(column.getSelectionExpression()));
                entity.getIdentifierMapping()
                        .forEachSelectable((index, column) -> columns.add(column.getSelectionExpression()));
            });
            assertThat(mapped)
                    .isEqualTo(columns(database))
                    .hasSize(SmsEntities.classes().size());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_unique_key_that_a_promise_rests_on_is_there(Engine engine) throws SQLException {
        try (TestDatabase database = engine.fresh().migrated();
                Connection connection = database.dataSource().getConnection()) {
            for (var expected : UNIQUE.entrySet()) {
                assertThat(uniqueKeys(connection, expected.getKey()))
                        .as(expected.getKey())
                        .isEqualTo(expected.getValue());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void several_nodes_may_migrate_at_once_and_again(Engine engine) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try (TestDatabase database = engine.fresh()) {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(nodes.submit(() -> SmsSchema.migrate(database.dataSource())));
            }
            for (Future<?> run : runs) {
                run.get();
            }
            SmsSchema.migrate(database.dataSource());
            assertThat(database.count("select count(*) from sms_schema_history"))
                    .isEqualTo(SmsSchema.scripts(engine.name()).size());
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void scripts_are_named_for_hosts_with_tools_of_their_own() {
        for (String vendor : List.of("h2", "PostgreSQL", "MariaDB", "mysql")) {
            assertThat(SmsSchema.scripts(vendor))
                    .isNotEmpty()
                    .allSatisfy(script -> assertThat(
                                    SmsSchemaTest.class.getClassLoader().getResource(script))
                            .isNotNull());
        }
        assertThatThrownBy(() -> SmsSchema.scripts("oracle")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Set<String>> columns(TestDatabase database) throws SQLException {
        Map<String, Set<String>> columns = new TreeMap<>();
        try (Connection connection = database.dataSource().getConnection();
                ResultSet rows = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (UNIQUE.containsKey(table)) {
                    columns.computeIfAbsent(table, name -> new TreeSet<>())
                            .add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }

    private static Set<List<String>> uniqueKeys(Connection connection, String table) throws SQLException {
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        Map<String, TreeMap<Integer, String>> keys = new TreeMap<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getIndexInfo(
                        connection.getCatalog(),
                        connection.getSchema(),
                        upper ? table.toUpperCase(Locale.ROOT) : table,
                        true,
                        false)) {
            while (rows.next()) {
                if (rows.getString("INDEX_NAME") != null) {
                    keys.computeIfAbsent(rows.getString("INDEX_NAME"), name -> new TreeMap<>())
                            .put(
                                    rows.getInt("ORDINAL_POSITION"),
                                    rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        Set<List<String>> unique = new java.util.HashSet<>();
        keys.values().forEach(key -> unique.add(List.copyOf(key.values())));
        return unique;
    }
}
