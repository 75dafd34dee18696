package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Edit;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.OutboxStore.Recovered;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A host's transaction stays open for as long as the host likes: nobody else's texts wait for it. */
@ParameterizedClass
@EnumSource(Engine.class)
class HostHoldsTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Instant LATER = World.NOW.plus(LEASE);
    private static final Duration SOON = Duration.ofSeconds(5);

    private static TestDatabase database;
    private static EntityManagerFactory factory;
    private static PlainUnitOfWork units;
    private static JpaSmsStore store;

    private final World world = new World(store);
    private final EntityManager host = factory.createEntityManager();

    HostHoldsTest(Engine engine) {}

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        database = engine.fresh().migrated();
        factory = database.factory();
        units = PlainUnitOfWork.of(factory);
        store = JpaSmsStore.of(units);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        database.close();
    }

    @BeforeEach
    void begin() {
        host.getTransaction().begin();
    }

    @AfterEach
    void end() {
        if (host.getTransaction().isActive()) {
            host.getTransaction().rollback();
        }
        host.close();
    }

    @Test
    void claims_of_the_dead_are_ready_again_beside_a_host_that_sends_and_calls_back() {
        List<Claim> claims = claimed(4);
        inHost(() -> store.outbox().enqueue(world.outbound(World.number(), "the host's")));
        inHost(() -> store.outbox().cancel(world.owner, claims.get(1).id(), World.NOW));
        soon(() -> store.outbox().recover(LATER, World.NOW));
        assertThat(ready()).isEqualTo(3);
        host.getTransaction().rollback();
        assertThat(store.outbox().recover(LATER, World.NOW).ready()).isEqualTo(1);
        assertThat(ready()).isEqualTo(4);
    }

    @Test
    void claims_of_the_dead_are_found_behind_more_than_a_portion_that_a_host_holds() {
        List<Claim> claims = claimed(203);
        inHost(() -> claims.subList(0, 201).stream()
                .filter(claim -> store.outbox()
                        .cancel(world.owner, claim.id(), World.NOW)
                        .isPresent())
                .count());
        soon(() -> store.outbox().recover(LATER, World.NOW));
        assertThat(ready()).isEqualTo(2);
    }

    @Test
    void a_stop_does_not_wait_for_a_host_that_changes_what_is_about_to_leave() {
        Claim claim = claimed(1).get(0);
        ConsentScope scope = ConsentScope.of(world.profile);
        Edit edit = new Edit(Content.text("New"), Billing.none(), null, null, null);
        assertThat(inHost(() -> store.outbox().edit(world.owner, claim.id(), edit, World.NOW)))
                .isPresent();
        assertThat(soon(() -> store.outbox().gate(claim, List.of(scope), World.NOW)))
                .isInstanceOf(Gate.Lost.class);
        assertThat(soon(() -> store.consents().optOut(scope, claim.to(), OptOut.Source.KEYWORD, World.NOW)))
                .isTrue();
        host.getTransaction().rollback();
        assertThat(store.outbox().gate(claim, List.of(scope), World.NOW)).isInstanceOf(Gate.Refused.class);
    }

    @Test
    void attempts_of_the_dead_become_unknown_beside_a_host_that_holds_one() {
        List<Claim> claims = claimed(3);
        claims.forEach(claim ->
                assertThat(store.outbox().gate(claim, List.of(), World.NOW)).isInstanceOf(Gate.Passed.class));
        // Too late to be called back, and locked all the same.
        assertThat(inHost(() -> store.outbox().cancel(world.owner, claims.get(1).id(), World.NOW)))
                .isEmpty();
        assertThat(unknown(soon(() -> store.outbox().recover(World.NOW, LATER))))
                .containsExactly(claims.get(0).id(), claims.get(2).id());
        host.getTransaction().rollback();
        assertThat(unknown(store.outbox().recover(World.NOW, LATER)))
                .containsExactly(claims.get(1).id());
    }

    @Test
    void a_strangers_id_locks_nothing() {
        Message message = world.send(store, World.number(), "k");
        UserId stranger = UserId.of("stranger");
        Edit edit = new Edit(Content.text("New"), Billing.none(), null, null, null);
        assertThat(inHost(() -> store.outbox().cancel(stranger, message.id(), World.NOW)))
                .isEmpty();
        assertThat(inHost(() -> store.outbox().giveUp(stranger, message.id(), World.NOW)))
                .isEmpty();
        assertThat(inHost(() -> store.outbox().sendAgain(stranger, message.id(), LATER, World.NOW)))
                .isEmpty();
        assertThat(inHost(() -> store.outbox().edit(stranger, message.id(), edit, World.NOW)))
                .isEmpty();
        assertThat(soon(() -> store.outbox().cancel(world.owner, message.id(), World.NOW)))
                .isPresent();
    }

    private List<Claim> claimed(int count) {
        for (int i = 0; i < count; i++) {
            world.send(store, World.number(), "k" + i);
        }
        List<Claim> claims = store.outbox().claim(world.request(count, World.NOW, LEASE));
        assertThat(claims).hasSize(count);
        return claims;
    }

    private List<MessageId> unknown(Recovered recovered) {
        return recovered.unknown().stream()
                .filter(change -> change.owner().equals(world.owner))
                .map(change -> change.message().id())
                .toList();
    }

    private long ready() {
        return database.count(
                "select count(*) from sms_outbox where state = 'READY' and account_id = " + world.account.value());
    }

    private <T> T inHost(Supplier<T> call) {
        return units.with(host, call);
    }

    private static <T> T soon(Supplier<T> call) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(call);
        assertThat(result).succeedsWithin(SOON);
        return result.join();
    }
}
