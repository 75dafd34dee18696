package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.ConversationFilter;
import io.smsmessenger.model.Cursor;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Settlement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How many statements each intent takes when all it touches is there already. */
@ParameterizedClass
@EnumSource(Engine.class)
class StatementCountTest {
    private final Engine engine;
    private final TestDatabase database;
    private final CountingDataSource counting = new CountingDataSource();
    private final JpaSmsStore store;
    private final World world;
    private final Address peer = World.number();

    StatementCountTest(Engine engine) {
        this.engine = engine;
        database = engine.fresh().migrated();
        store = JpaSmsStore.of(database.factory(
                Map.of("jakarta.persistence.nonJtaDataSource", counting.around(database.dataSource()))));
        world = new World(store);
        world.receive(store, peer, "warm-1");
        world.send(store, peer, "warm-2");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_page_is_one_statement() {
        for (int i = 0; i < 30; i++) {
            world.receive(store, World.number(), "e" + i);
            world.receive(store, peer, "p" + i);
        }
        PageRequest first = PageRequest.first(20);
        var filter = new ConversationFilter(true, io.smsmessenger.model.ConversationState.OPEN, world.line.id());
        counting.statements.clear();
        var page = store.conversations().page(world.owner, ConversationFilter.all(), first);
        assertThat(counting.statements).hasSize(1);
        Cursor cursor = Objects.requireNonNull(page.last());
        store.conversations().page(world.owner, filter, first.after(cursor));
        store.conversations().page(world.owner, filter, first.before(cursor));
        assertThat(counting.statements).hasSize(3);
        var conversation = store.conversations().latestWith(world.owner, peer).orElseThrow();

        counting.statements.clear();
        var messages =
                store.messages().page(world.owner, conversation.id(), first).orElseThrow();
        assertThat(messages.items()).hasSize(20);
        store.messages().page(world.owner, conversation.id(), first.after(Objects.requireNonNull(messages.last())));
        assertThat(counting.statements).hasSize(2);
        assertThat(counting.statements).noneMatch(sql -> sql.contains("count("));
    }

    @Test
    void each_step_of_a_send_takes_few() {
        ConsentScope scope = ConsentScope.of(world.profile);
        counting.statements.clear();
        Message message = world.send(store, peer, "k");
        assertThat(counting.statements).as("enqueue").hasSize(3);

        counting.statements.clear();
        List<Claim> claims = store.outbox().claim(world.request(100, World.NOW, Duration.ofMinutes(1)));
        assertThat(claims).hasSize(2);
        // Lanes in trouble, both queues at once, the lock, the compare-and-set, and what to send.
        assertThat(counting.statements).as("claim").hasSizeLessThanOrEqualTo(5);
        counting.statements.clear();
        store.outbox().show(claims.get(1));
        assertThat(counting.statements).as("show").hasSize(2);
        store.outbox().gate(claims.get(0), List.of(scope), World.NOW);
        Claim claim = claims.get(1);
        assertThat(claim.id()).isEqualTo(message.id());

        counting.statements.clear();
        store.outbox().gate(claim, List.of(scope), World.NOW);
        assertThat(counting.statements).as("gate").hasSize(engine == Engine.MARIADB ? 7 : 6);

        counting.statements.clear();
        store.outbox().settle(claim, new Settlement.Accepted(new ProviderMessageId("x"), Billing.none()), World.NOW);
        assertThat(counting.statements).as("settle").hasSize(4);
    }

    @Test
    void a_text_takes_few() {
        counting.statements.clear();
        world.receive(store, peer, "e");
        assertThat(counting.statements).hasSize(5);
        counting.statements.clear();
        world.receive(store, peer, "e");
        assertThat(counting.statements).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void no_unit_of_work_takes_a_second_connection() {
        world.receive(store, World.number(), "new-conversation");
        for (int i = 0; i < 2 * IdBlocks.SIZE; i++) {
            world.send(store, World.number(), "k" + i);
        }
        store.outbox().claim(world.request(10, World.NOW, Duration.ofMinutes(1)));
        assertThat(counting.mostConnectionsAtOnce()).isEqualTo(1);
    }
}
