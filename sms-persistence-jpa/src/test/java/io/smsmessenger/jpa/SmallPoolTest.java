package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.store.Claim;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmallPoolTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void thirty_two_threads_get_along_with_two_connections(Engine engine) throws Exception {
        try (TestDatabase database = engine.fresh(2, "").migrated()) {
            JpaSmsStore store = JpaSmsStore.of(database.factory());
            World world = new World(store);
            List<Address> peers = List.of(World.number(), World.number(), World.number());
            ConsentScope scope = ConsentScope.of(world.profile);
            Crowd.run(32, thread -> {
                for (int i = 0; i < 10; i++) {
                    Address peer = peers.get((thread + i) % peers.size());
                    world.receive(store, peer, thread + "-" + i);
                    world.send(store, peer, thread + "-" + i);
                    for (Claim claim : store.outbox().claim(world.request(2, World.NOW, Duration.ofMinutes(1)))) {
                        store.outbox().gate(claim, List.of(scope), World.NOW);
                    }
                }
                return null;
            });
            assertThat(database.count("select count(*) from sms_message")).isEqualTo(640);
            assertThat(store.conversations().unreadTotal(world.owner)).isEqualTo(320);
        }
    }
}
