package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.Trace;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void messages_on_their_way_when_the_tables_grow_are_sent(Engine engine) throws SQLException {
        try (TestDatabase database = engine.fresh()) {
            List<String> scripts = SmsSchema.scripts(engine.name());
            migrate(database, engine, scripts.subList(0, 1));
            // What the first version wrote, by its own columns.
            database.execute("insert into sms_provider_account (id, tenant, provider, reference)"
                    + " values (7, 'tenant', 'carrier', 'account')");
            database.execute("insert into sms_profile (id, owner, account_id, provider_profile_id, name, enabled,"
                    + " settings, version, created_at) values (8, 'ann', 7, 'p', 'Sales', true, '', 0, 1)");
            message(database, 1, 8, "READY");
            message(database, 2, 8, "UNKNOWN");
            database.execute("update sms_outbox set gated_at = 5 where message_id = 2");

            migrate(database, engine, scripts);
            JpaSmsStore store = JpaSmsStore.of(database.factory());
            assertThat(claim(store)).extracting(Claim::id).containsExactly(new MessageId(1));
            assertThat(claim(store)).isEmpty();
            assertThat(trace(store)).extracting(Trace::id).containsExactly(new MessageId(2));

            // A node of the first version is still there.
            message(database, 3, 8, "READY");
            message(database, 4, 8, "UNKNOWN");
            database.execute("update sms_outbox set gated_at = 5 where message_id = 4");
            Claim late = claim(store).get(0);
            assertThat(late.id()).isEqualTo(new MessageId(3));
            assertThat(late.lanes())
                    .containsExactly(
                            new Lane(Lane.Kind.ACCOUNT, 7),
                            new Lane(Lane.Kind.PROFILE, 8),
                            new Lane(Lane.Kind.NUMBER, 9));
            assertThat(trace(store)).isEmpty();
            assertThat(trace(store)).extracting(Trace::id).containsExactly(new MessageId(4));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_statement_can_be_run_again(Engine engine) throws SQLException {
        try (TestDatabase database = engine.fresh().migrated()) {
            database.execute("delete from sms_schema_history");
            migrate(database, engine, SmsSchema.scripts(engine.name()));
            assertThat(JpaSmsStore.of(database.factory()).inspect().defects()).isEmpty();
        }
    }

    private static void migrate(TestDatabase database, Engine engine, List<String> scripts) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            new Migration(connection, Vendor.valueOf(engine.name())).run(scripts);
            connection.setAutoCommit(true);
        }
    }

    private static void message(TestDatabase database, long id, long profile, String state) {
        database.execute("insert into sms_message (id, owner, conversation_id, assignment_id, profile_id, direction,"
                + " phone, peer, body, media_count, status, status_rank, occurred_at, created_at, position, client_key,"
                + " reference, account_id) values (" + id + ", 'ann', 3, 9, " + profile
                + ", 'OUTBOUND', '+12025550001',"
                + " '+12025550002', 'Hi', 0, 'QUEUED', 10, 1, 1, 0, 'k" + id + "', 'r" + id + "', 7)");
        database.execute("insert into sms_outbox (message_id, conversation_id, state, priority, due_at, attempts,"
                + " expires_at) values (" + id + ", 3, '" + state + "', 0, 1, 0, 99)");
    }

    private static List<Claim> claim(JpaSmsStore store) {
        return store.outbox()
                .claim(new ClaimRequest(Set.of(new AccountId(7)), 10, 10, World.NOW, Duration.ofMinutes(1), Map.of()));
    }

    private static List<Trace> trace(JpaSmsStore store) {
        return store.outbox().trace(Set.of(new AccountId(7)), 10, World.NOW, Duration.ofMinutes(1));
    }

    @Test
    void fails_clearly_when_another_node_does_not_finish() throws SQLException {
        try (TestDatabase database = Engine.MARIADB.fresh();
                Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement();
                Connection ours = database.dataSource().getConnection()) {
            statement.execute("select get_lock(concat('sms_schema:', md5(database())), 0)");
            assertThatThrownBy(() -> new Migration(ours, Vendor.MARIADB, Duration.ofSeconds(1)).run(List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another node");
            statement.execute("select release_lock(concat('sms_schema:', md5(database())))");
        }
    }
}
