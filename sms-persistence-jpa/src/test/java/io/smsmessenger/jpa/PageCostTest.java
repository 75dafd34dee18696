package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.ConversationFilter;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.store.Keyset;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many blocks PostgreSQL looks at for a page of a user with very many rows: a figure without noise. */
class PageCostTest {
    private static final int ROWS = 50_000;
    private static TestDatabase database;
    private static JpaSmsStore store;
    private static World world;

    @BeforeAll
    static void fill() {
        // One connection: the session that reads is the one that is asked what it looked at.
        database = Engine.POSTGRESQL.fresh(1, "").migrated();
        store = JpaSmsStore.of(database.factory());
        world = new World(store);
        long at = Times.micros(World.NOW);
        database.execute("insert into sms_conversation (id, owner, assignment_id, phone, peer, preview, last_direction,"
                + " last_activity_at, inbound_position, read_position, marked_unread, unread, state)"
                + " select 1000000 + i, '" + world.owner + "', "
                + world.line.id().value() + ", '+12025550100',"
                + " '+1303' || (1000000 + i), repeat('x', 60), 'INBOUND', " + at + " + i * 1000, 1, 1, false,"
                + " i % 1000 = 0, case when i % 100 = 0 then 'DONE' else 'OPEN' end from generate_series(1, " + ROWS
                + ") i");
        database.execute(
                "insert into sms_message (id, owner, conversation_id, assignment_id, direction, phone, peer, body,"
                        + " media_count, status, status_rank, occurred_at, created_at, position, account_id, provider_id)"
                        + " select 2000000 + i, '" + world.owner
                        + "', 1000001, 1, 'INBOUND', '+12025550100', '+13031000001',"
                        + " repeat('y', 80), 0, 'RECEIVED', 100, " + at + " + i * 1000, 0, i, 1, 'p' || i"
                        + " from generate_series(1, " + ROWS + ") i");
        database.execute("vacuum analyze sms_conversation");
        database.execute("vacuum analyze sms_message");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static long blocks(Supplier<?> page) {
        String sum = "select sum(heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit)"
                + " from pg_statio_user_tables where relname in ('sms_conversation', 'sms_message')";
        // Plans and catalogue are warm after the first.
        assertThat(page.get()).isNotNull();
        database.execute("select pg_stat_force_next_flush()");
        long before = database.count(sum);
        assertThat(page.get()).isNotNull();
        database.execute("select pg_stat_force_next_flush()");
        return database.count(sum) - before;
    }

    private static long list(ConversationFilter filter, int depth) {
        PageRequest first = PageRequest.first(20);
        Keyset place = new Keyset(World.NOW.plus(Duration.ofMillis(ROWS - depth)), 1_000_000L + ROWS - depth);
        PageRequest request = depth == 0 ? first : first.after(place.cursor());
        return blocks(() -> store.conversations().page(world.owner, filter, request));
    }

    private static long messages(int depth) {
        PageRequest first = PageRequest.first(50);
        Keyset place = new Keyset(World.NOW.plus(Duration.ofMillis(ROWS - depth)), 2_000_000L + ROWS - depth);
        PageRequest request = depth == 0 ? first : first.after(place.cursor());
        return blocks(() -> store.messages().page(world.owner, new ConversationId(1_000_001), request));
    }

    @Test
    void a_page_of_the_list_costs_the_same_at_any_depth() {
        ConversationFilter unread = new ConversationFilter(true, null, null);
        ConversationFilter done = new ConversationFilter(null, ConversationState.DONE, null);
        for (int depth : new int[] {0, ROWS / 2, ROWS - 100}) {
            assertThat(list(ConversationFilter.all(), depth))
                    .as("all at %s", depth)
                    .isBetween(1L, 30L);
            assertThat(list(unread, depth)).as("unread at %s", depth).isBetween(1L, 60L);
            assertThat(list(done, depth)).as("done at %s", depth).isBetween(1L, 60L);
        }
    }

    @Test
    void a_page_of_messages_costs_the_same_at_any_depth() {
        for (int depth : new int[] {0, ROWS / 2, ROWS - 100}) {
            assertThat(messages(depth)).as("at %s", depth).isBetween(1L, 40L);
        }
    }
}
