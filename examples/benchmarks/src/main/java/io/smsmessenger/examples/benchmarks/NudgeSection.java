package io.smsmessenger.examples.benchmarks;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.telnyx.TelnyxProvider;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** From the host's commit to the carrier's first sight of the message, on a system that has nothing else to do. */
final class NudgeSection {
    private static final long PATIENCE_SECONDS = 30;

    private final Plan plan;
    private final Table table;
    private final World world;

    NudgeSection(Plan plan, Table table, World world) {
        this.plan = plan;
        this.table = table;
        this.world = world;
    }

    void run() throws Exception {
        world.database.empty();
        AtomicLong arrival = new AtomicLong();
        Semaphore accepted = new Semaphore(0);
        Samples millis = new Samples();
        try (CannedCarrier carrier = new CannedCarrier(arrival::set);
                TelnyxProvider telnyx = World.provider(CannedCarrier.baseUrl(carrier.port(), Duration.ZERO));
                SmsMessenger messenger = world.messenger(telnyx, (event, owner) -> {
                    if (event instanceof SmsEvent.MessageStatusChanged changed
                            && changed.message().status() == MessageStatus.ACCEPTED) {
                        accepted.release();
                    }
                })) {
            messenger.start();
            for (int i = -1; i < plan.singles(); i++) {
                long committed = send(messenger);
                Checks.that(accepted.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "a single message is accepted");
                if (i >= 0) {
                    millis.add((arrival.get() - committed) / 1e6);
                }
            }
            Checks.that(carrier.distinct() == carrier.posts(), "no message was posted twice");
        }
        table.tell("commit → POST, idle, p50", "ms", millis.median(), Aim.atMost(30));
        table.tell("commit → POST, idle, p99", "ms", millis.at(0.99), Aim.atMost(250));
    }

    /** Sends in a transaction of the host's, and answers when that had committed. */
    private long send(SmsMessenger messenger) {
        List<Runnable> onCommit = new ArrayList<>();
        EntityManager em = world.database.factory.createEntityManager();
        try (em) {
            em.getTransaction().begin();
            world.database.units.with(
                    em, onCommit::add, () -> messenger.forUser(world.user).send(world.draft()));
            em.getTransaction().commit();
            long committed = System.nanoTime();
            onCommit.forEach(Runnable::run);
            return committed;
        }
    }
}
