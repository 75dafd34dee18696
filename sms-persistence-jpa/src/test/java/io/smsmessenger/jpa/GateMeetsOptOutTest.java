package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Gate;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes first at the row of the consent is waited for: each order is held open on purpose, none is left to chance. */
@ParameterizedClass
@EnumSource(Engine.class)
class GateMeetsOptOutTest {
    private static final Duration MEANWHILE = Duration.ofMillis(400);
    private static final Duration SOON = Duration.ofSeconds(9);

    private static TestDatabase database;
    private static EntityManagerFactory factory;
    private static PlainUnitOfWork units;
    private static JpaSmsStore store;

    private final World world = new World(store);
    private final Address peer = World.number();
    private final ConsentScope scope = ConsentScope.of(world.profile);

    GateMeetsOptOutTest(Engine engine) {}

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

    @ParameterizedTest(name = "asked before: {0}")
    @ValueSource(booleans = {true, false})
    void the_gate_waits_for_an_opt_out_that_is_not_committed(boolean askedBefore) {
        Claim claim = claimed();
        if (askedBefore) {
            makeConsentRow();
        }
        CompletableFuture<Gate> gate;
        EntityManager host = factory.createEntityManager();
        host.getTransaction().begin();
        try {
            units.with(host, () -> store.consents().optOut(scope, peer, OptOut.Source.PERSON, World.NOW));
            gate = CompletableFuture.supplyAsync(() -> store.outbox().gate(claim, List.of(scope), World.NOW));
            assertThat(gate).failsWithin(MEANWHILE).withThrowableOfType(TimeoutException.class);
            host.getTransaction().commit();
        } finally {
            if (host.getTransaction().isActive()) {
                host.getTransaction().rollback();
            }
            host.close();
        }
        assertThat(gate)
                .succeedsWithin(SOON)
                .isInstanceOfSatisfying(
                        Gate.Refused.class,
                        refused -> assertThat(refused.change().message().failure())
                                .isNotNull()
                                .satisfies(
                                        failure -> assertThat(failure.reason()).isEqualTo(FailureReason.OPTED_OUT)));
    }

    @org.junit.jupiter.api.Test
    void an_opt_out_waits_for_a_gate_that_is_not_committed() throws SQLException {
        Claim claim = claimed();
        makeConsentRow();
        CompletableFuture<Gate> gate;
        CompletableFuture<Boolean> optOut;
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            // The gate takes this row last: held here, it stands still with the consent in its hands.
            statement.executeQuery("select message_id from sms_outbox where message_id = "
                    + claim.id().value() + " for update");
            try {
                gate = CompletableFuture.supplyAsync(() -> store.outbox().gate(claim, List.of(scope), World.NOW));
                awaitConsentHeld();
                optOut = CompletableFuture.supplyAsync(
                        () -> store.consents().optOut(scope, peer, OptOut.Source.PERSON, World.NOW));
                assertThat(optOut).failsWithin(MEANWHILE).withThrowableOfType(TimeoutException.class);
                assertThat(gate).isNotDone();
            } finally {
                holder.rollback();
                holder.setAutoCommit(true);
            }
        }
        assertThat(gate).succeedsWithin(SOON).isInstanceOf(Gate.Passed.class);
        assertThat(optOut).succeedsWithin(SOON).isEqualTo(true);
    }

    private Claim claimed() {
        world.send(store, peer, "k");
        return store.outbox().claim(world.request(10, World.NOW, Duration.ofMinutes(1))).stream()
                .filter(claim -> claim.to().equals(peer))
                .findFirst()
                .orElseThrow();
    }

    private void makeConsentRow() {
        store.consents().optOut(scope, peer, OptOut.Source.PERSON, World.NOW);
        store.consents().optIn(scope, peer, OptOut.Source.PERSON, World.NOW);
    }

    private void awaitConsentHeld() throws SQLException {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (isConsentFree()) {
            assertThat(System.nanoTime())
                    .as("the gate should have locked the consent")
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private boolean isConsentFree() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select scope_id from sms_consent where scope_kind = 'PROFILE'"
                        + " and scope_id = '" + scope.id() + "' and peer = '" + peer.value()
                        + "' for update skip locked")) {
            return rows.next();
        }
    }
}
