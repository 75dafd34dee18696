package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.InboxStore.ConsentEffect;
import io.smsmessenger.store.Received;
import io.smsmessenger.store.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two stores with nothing in common but the database, hammering it. */
@ParameterizedClass
@EnumSource(Engine.class)
class TwoNodesTest {
    private static final int THREADS = 8;
    private static TestDatabase database;
    private static List<JpaSmsStore> nodes;

    private final World world = new World(nodes.get(0));

    TwoNodesTest(Engine engine) {}

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        database = engine.fresh(THREADS * 2, "").migrated();
        nodes = List.of(JpaSmsStore.of(database.factory()), JpaSmsStore.of(database.factory()));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        database.close();
    }

    private static JpaSmsStore node(int index) {
        return nodes.get(index % nodes.size());
    }

    @Test
    void each_event_counts_once_however_often_and_wherever_it_is_told() throws Exception {
        Address peer = World.number();
        int events = 60;
        List<Integer> stored = Crowd.run(THREADS, thread -> {
            List<Integer> order = new ArrayList<>();
            for (int event = 0; event < events; event++) {
                order.add(event);
            }
            Collections.shuffle(order, new Random(thread));
            int mine = 0;
            for (int event : order) {
                if (world.receive(node(thread), peer, "dup-" + event) instanceof Received.Stored) {
                    mine++;
                }
            }
            return mine;
        });
        assertThat(stored.stream().mapToInt(Integer::intValue).sum()).isEqualTo(events);
        Conversation conversation =
                node(0).conversations().latestWith(world.owner, peer).orElseThrow();
        assertThat(conversation.unreadCount()).isEqualTo(events);
        assertThat(node(1).messages()
                        .page(world.owner, conversation.id(), PageRequest.first(200))
                        .orElseThrow()
                        .items())
                .hasSize(events)
                .extracting(message -> message.position())
                .doesNotHaveDuplicates();
    }

    @Test
    void first_texts_in_both_directions_meet_in_one_conversation() throws Exception {
        for (int round = 0; round < 15; round++) {
            Address peer = World.number();
            String key = "first-" + round + "-";
            Crowd.run(
                    THREADS,
                    thread -> thread % 3 == 0
                            ? world.send(node(thread), peer, key + thread)
                            : world.receive(node(thread), peer, key + thread));
            assertThat(database.count("select count(*) from sms_conversation where peer = '" + peer.value() + "'"))
                    .isEqualTo(1);
            assertThat(database.count("select count(*) from sms_message where peer = '" + peer.value() + "'"))
                    .isEqualTo(THREADS);
        }
    }

    @Test
    void one_key_is_one_message() throws Exception {
        Address peer = World.number();
        for (int round = 0; round < 20; round++) {
            String key = "key-" + round;
            List<Enqueued> all =
                    Crowd.run(THREADS, thread -> node(thread).outbox().enqueue(world.outbound(peer, key)));
            assertThat(all).filteredOn(Enqueued.Stored.class::isInstance).hasSize(1);
            assertThat(all).filteredOn(Enqueued.Repeated.class::isInstance).hasSize(THREADS - 1);
        }
    }

    @Test
    void a_message_passes_the_gate_once_although_leases_run_out_at_once() throws Exception {
        int messages = 200;
        for (int i = 0; i < messages; i++) {
            world.send(node(0), World.number(), "gate-" + i);
        }
        Map<MessageId, AtomicInteger> passed = new ConcurrentHashMap<>();
        ConsentScope scope = ConsentScope.of(world.profile);
        Crowd.run(THREADS, thread -> {
            int idle = 0;
            Random random = new Random(thread);
            while (idle < 20) {
                List<Claim> claims = node(thread).outbox().claim(world.request(10, World.NOW, Duration.ZERO));
                // Now and then all leases are over, wherever their holders are.
                if (claims.isEmpty() || random.nextInt(8) == 0) {
                    node(thread).outbox().recover(World.NOW.plusSeconds(1), Instant.EPOCH);
                }
                idle = claims.isEmpty() ? idle + 1 : 0;
                for (Claim claim : claims) {
                    if (node(thread).outbox().gate(claim, List.of(scope), World.NOW) instanceof Gate.Passed) {
                        passed.computeIfAbsent(claim.id(), id -> new AtomicInteger())
                                .incrementAndGet();
                        node(thread)
                                .outbox()
                                .settle(
                                        claim,
                                        new Settlement.Accepted(
                                                new ProviderMessageId("out-" + claim.id()), Billing.none()),
                                        World.NOW);
                    }
                }
            }
            return null;
        });
        assertThat(passed.values()).extracting(AtomicInteger::get).containsOnly(1);
        assertThat(passed).hasSize(messages);
        assertThat(database.count("select count(*) from sms_outbox")).isZero();
    }

    @Test
    void reading_never_hides_what_comes_in_meanwhile() throws Exception {
        Address peer = World.number();
        world.receive(node(0), peer, "read-first");
        Conversation conversation =
                node(0).conversations().latestWith(world.owner, peer).orElseThrow();
        int each = 40;
        AtomicInteger highest = new AtomicInteger(1);
        Crowd.run(THREADS, thread -> {
            for (int i = 0; i < each; i++) {
                if (thread % 2 == 0) {
                    world.receive(node(thread), peer, "read-" + thread + "-" + i);
                } else {
                    var newest = node(thread)
                            .messages()
                            .page(world.owner, conversation.id(), PageRequest.first(1))
                            .orElseThrow()
                            .items()
                            .get(0);
                    highest.accumulateAndGet((int) newest.position(), Math::max);
                    Conversation read = node(thread)
                            .conversations()
                            .markRead(world.owner, conversation.id(), newest.id())
                            .orElseThrow();
                    assertThat(read.unreadCount()).isNotNegative();
                }
            }
            return null;
        });
        Conversation after =
                node(0).conversations().find(world.owner, conversation.id()).orElseThrow();
        assertThat(after.inboundPosition()).isEqualTo(1 + each * THREADS / 2);
        assertThat(after.readPosition()).isEqualTo(highest.get());
        assertThat(database.count("select count(*) from sms_conversation where id = "
                        + conversation.id().value() + " and unread <> (inbound_position > read_position)"))
                .isZero();
    }

    @Test
    void no_message_passes_once_its_opt_out_has_committed() throws Exception {
        ConsentScope scope = ConsentScope.of(world.profile);
        ConsentEffect stop = new ConsentEffect(ConsentEffect.Change.OPT_OUT, ConsentScope.Kind.PROFILE);
        for (int round = 0; round < 25; round++) {
            Address peer = World.number();
            world.send(node(0), peer, "stop-" + round);
            Claim claim = node(0).outbox()
                    .claim(world.request(1, World.NOW, Duration.ofMinutes(1)))
                    .get(0);
            String event = "stop-" + round;
            List<Boolean> stopped = Collections.synchronizedList(new ArrayList<>());
            List<Object> results = Crowd.run(2, thread -> {
                if (thread == 0) {
                    Object received = world.receive(node(0), peer, event, stop);
                    stopped.add(true);
                    return received;
                }
                boolean before = !stopped.isEmpty();
                Gate gate = node(1).outbox().gate(claim, List.of(scope), World.NOW);
                assertThat(before && gate instanceof Gate.Passed).isFalse();
                return gate;
            });
            assertThat(results.get(0)).isInstanceOf(Received.Stored.class);
            assertThat(node(0).consents().find(List.of(scope), peer))
                    .map(OptOut::source)
                    .contains(OptOut.Source.KEYWORD);
            node(0).outbox().release(List.of(claim));
        }
    }

    @AfterEach
    void clear() {
        database.execute("delete from sms_outbox");
    }
}
