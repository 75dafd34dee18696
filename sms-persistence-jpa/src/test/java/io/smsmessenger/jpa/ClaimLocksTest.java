package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Edit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a claim locks while it is open, and what it sees of what happened a moment before: each is held open on purpose. */
@ParameterizedClass
@EnumSource(Engine.class)
class ClaimLocksTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final long SOON = 9;

    private static TestDatabase database;
    private static EntityManagerFactory factory;
    private static PlainUnitOfWork units;
    private static JpaSmsStore store;

    private final World world = new World(store);

    ClaimLocksTest(Engine engine) {}

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

    @Test
    void an_open_claim_is_in_nobodys_way() throws Exception {
        List<MessageId> sent = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sent.add(world.send(store, World.number(), "k" + i).id());
        }
        Halting halting = new Halting(2, After.WORK);
        CompletableFuture<List<Claim>> open = CompletableFuture.supplyAsync(() -> claim(JpaSmsStore.of(halting), 2));
        try {
            assertThat(halting.reached.await(SOON, TimeUnit.SECONDS)).isTrue();
            // The rows that it does not take can be called back, taken, and joined by new ones.
            assertThat(store.outbox().cancel(world.owner, sent.get(5), World.NOW))
                    .isPresent();
            MessageId added = world.send(store, World.number(), "added").id();
            assertThat(claim(store, 9))
                    .extracting(Claim::id)
                    .containsExactly(sent.get(2), sent.get(3), sent.get(4), added);
            assertThat(open).isNotDone();
        } finally {
            halting.go.countDown();
        }
        assertThat(open)
                .succeedsWithin(Duration.ofSeconds(SOON))
                .satisfies(
                        claims -> assertThat(claims).extracting(Claim::id).containsExactly(sent.get(0), sent.get(1)));
    }

    @Test
    void a_claim_waits_for_no_host() {
        Message first = world.send(store, World.number(), "first");
        Message second = world.send(store, World.number(), "second");
        EntityManager host = factory.createEntityManager();
        host.getTransaction().begin();
        try {
            units.with(host, () -> store.outbox().cancel(world.owner, first.id(), World.NOW));
            assertThat(CompletableFuture.supplyAsync(() -> claim(store, 1)))
                    .succeedsWithin(Duration.ofSeconds(SOON))
                    .satisfies(
                            claims -> assertThat(claims).extracting(Claim::id).containsExactly(second.id()));
        } finally {
            host.getTransaction().rollback();
            host.close();
        }
        assertThat(claim(store, 1)).extracting(Claim::id).containsExactly(first.id());
    }

    @Test
    void a_text_that_is_changed_between_look_and_claim_leaves_with_its_new_words() throws Exception {
        Message message = world.send(store, World.number(), "k");
        Halting halting = new Halting(2, After.NOTHING);
        CompletableFuture<List<Claim>> claim = CompletableFuture.supplyAsync(() -> claim(JpaSmsStore.of(halting), 2));
        try {
            assertThat(halting.reached.await(SOON, TimeUnit.SECONDS)).isTrue();
            Edit edit = new Edit(Content.text("New"), Billing.none(), null, null, null);
            assertThat(store.outbox().edit(world.owner, message.id(), edit, World.NOW))
                    .isPresent();
        } finally {
            halting.go.countDown();
        }
        assertThat(claim)
                .succeedsWithin(Duration.ofSeconds(SOON))
                .satisfies(
                        claims -> assertThat(claims).extracting(Claim::content).containsExactly(Content.text("New")));
    }

    private List<Claim> claim(JpaSmsStore by, int limit) {
        return by.outbox().claim(world.request(limit, World.NOW, LEASE));
    }

    private enum After {
        NOTHING,
        WORK
    }

    /** Stands still in one of its own transactions, before the work or before the commit. */
    private static final class Halting implements UnitOfWork {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final AtomicInteger count = new AtomicInteger();
        private final int which;
        private final After after;

        private Halting(int which, After after) {
            this.which = which;
            this.after = after;
        }

        @Override
        public boolean active() {
            return false;
        }

        @Override
        public <T> T join(Function<? super EntityManager, ? extends T> work) {
            return own(work);
        }

        @Override
        public <T> T own(Function<? super EntityManager, ? extends T> work) {
            boolean halts = count.incrementAndGet() == which;
            return units.own(em -> {
                if (halts && after == After.NOTHING) {
                    halt();
                }
                T result = work.apply(em);
                if (halts && after == After.WORK) {
                    halt();
                }
                return result;
            });
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }

        private void halt() {
            reached.countDown();
            try {
                assertThat(go.await(SOON, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
