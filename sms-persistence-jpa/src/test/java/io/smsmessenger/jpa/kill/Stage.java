package io.smsmessenger.jpa.kill;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.examples.simulator.TelnyxSimulator;
import io.smsmessenger.examples.simulator.carrier.Timings;
import io.smsmessenger.examples.simulator.state.SendCount;
import io.smsmessenger.jpa.Engine;
import io.smsmessenger.jpa.JpaSmsStore;
import io.smsmessenger.jpa.PlainUnitOfWork;
import io.smsmessenger.jpa.TestDatabase;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.telnyx.TelnyxProvider;
import io.smsmessenger.testing.Eventually;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * All that is never killed: a database, the carrier, the node that takes webhooks, and a host that hands messages over.
 */
final class Stage implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final int PEERS = 1_000;
    private static final int BATCH = 50;
    /** Receivers here are slow at times, and nobody wants to test what then becomes of webhooks. */
    private static final Timings TIMINGS = Timings.fast()
            .withStep(Duration.ofMillis(20))
            .withAnswerLimit(Duration.ofSeconds(20))
            .withBackOff(Duration.ofSeconds(1));

    private final TestDatabase database;
    private final TelnyxSimulator carrier;
    private final Receiver receiver;
    private final TelnyxProvider telnyx;
    private final EntityManagerFactory factory;
    private final PlainUnitOfWork units;
    private final SmsStore store;
    private final SmsMessenger messenger;
    private final List<PhoneNumber> lines;
    private final UserMessenger ann;
    private final AtomicInteger handedOver = new AtomicInteger();
    private Duration settledWithin = Duration.ZERO;

    private Stage(TestDatabase database) throws IOException {
        this.database = database;
        this.carrier = TelnyxSimulator.builder().timings(TIMINGS).seed(7).start();
        this.receiver = Receiver.listen();
        this.telnyx = TelnyxProvider.builder()
                .apiKey(carrier.apiKey())
                .baseUrl(URI.create(carrier.baseUrl()))
                .publicKey(carrier.publicKey())
                .build();
        this.factory = database.migrated().factory();
        this.units = PlainUnitOfWork.of(factory);
        this.store = JpaSmsStore.of(units);
        this.messenger = SmsMessenger.builder()
                .store(store)
                .provider(telnyx)
                .publicWebhookUrl(URI.create(receiver.url()))
                .build();
        receiver.open(messenger.webhooks());
        UserId user = UserId.of("ann");
        this.ann = messenger.forUser(user);
        String profileId = carrier.addProfile("Sales", null);
        MessagingProfile profile = messenger.operator().addProfile(user, profileId, "Sales");
        this.lines = IntStream.range(0, 4)
                .mapToObj(i -> PhoneNumber.of("+1303555" + (2000 + i)))
                .toList();
        lines.forEach(line -> {
            carrier.addNumber(line.value(), profileId);
            messenger.operator().assign(line, user, profile.id());
        });
    }

    static Stage on(Engine engine) throws IOException {
        TestDatabase database = engine.fresh(10, "");
        if (engine == Engine.POSTGRESQL) {
            // The embedded server confirms commits before they are safe unless told otherwise.
            database.execute("do $$ begin execute 'alter database ' || current_database()"
                    + " || ' set synchronous_commit = on'; end $$");
        }
        return on(database);
    }

    static Stage on(TestDatabase database) throws IOException {
        return new Stage(database);
    }

    TestDatabase database() {
        return database;
    }

    TelnyxSimulator carrier() {
        return carrier;
    }

    SmsStore store() {
        return store;
    }

    WorkerSettings worker() {
        return WorkerSettings.of(
                database.dataSource().getJdbcUrl(),
                database.dataSource().getUsername(),
                database.dataSource().getPassword(),
                carrier.baseUrl(),
                carrier.apiKey(),
                receiver.url());
    }

    /** Hands messages over in transactions of the host's, some dozens each. */
    void send(int messages) {
        for (int left = messages; left > 0; left -= BATCH) {
            int first = handedOver.get();
            List<Draft> drafts = IntStream.range(first, first + Math.min(BATCH, left))
                    .mapToObj(this::next)
                    .toList();
            // The answer to a commit may get lost in a crash: the same drafts again are the same messages.
            Eventually.value("the host has committed", PATIENCE, () -> commit(drafts), Optional::isEmpty);
            handedOver.addAndGet(drafts.size());
        }
    }

    private Optional<RuntimeException> commit(List<Draft> drafts) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            drafts.forEach(draft -> units.with(em, () -> ann.send(draft)));
            em.getTransaction().commit();
            return Optional.empty();
        } catch (RuntimeException unavailable) {
            return Optional.of(unavailable);
        }
    }

    /** Lets go of connections to a server that has crashed. */
    void reconnect() {
        database.dataSource().getHikariPoolMXBean().softEvictConnections();
    }

    private Draft next(int number) {
        PhoneNumber peer = PhoneNumber.of("+1202556" + (1000 + number % PEERS));
        return Draft.to(peer, "Text " + number).from(lines.get(number % lines.size()));
    }

    int handedOver() {
        return handedOver.get();
    }

    /** How many the carrier has taken. */
    int taken() {
        return carrier.messages().size();
    }

    /** Whether nothing is on its way any more: what still is at the end is lost. */
    boolean allSent() {
        return database.count("select count(*) from (select message_id from sms_outbox"
                        + " where state in ('READY', 'CLAIMED', 'SENDING') limit 1) waiting")
                == 0;
    }

    /** How many answers the carrier has dropped although it took the message. */
    int dropped() {
        return (int) carrier.journal().stream()
                .filter(entry -> entry.isSend() && entry.outcome().endsWith("dropped"))
                .count();
    }

    /** Waits until nothing is on its way any more. */
    void awaitSent(Duration patience) {
        Eventually.value("everything has left", patience, this::allSent, Boolean::booleanValue);
    }

    /**
     * Waits until the carrier has told all that it tells, and from then on a minute at most until we know of all that
     * it took.
     */
    Ledger awaitSettled() throws InterruptedException {
        if (!carrier.awaitIdle(PATIENCE)) {
            throw new AssertionError("the carrier is still busy");
        }
        Map<String, SendCount> journal = carrier.sendsBy("ref");
        long evidence = System.nanoTime();
        Ledger ledger = Eventually.value(
                "what the carrier took is known to be taken",
                SETTLE,
                () -> Ledger.of(journal, database),
                Ledger::allSettled);
        settledWithin = Duration.ofNanos(System.nanoTime() - evidence);
        return ledger;
    }

    /** How long the last of it took. */
    Duration settledWithin() {
        return settledWithin;
    }

    @Override
    public void close() {
        messenger.close();
        receiver.close();
        carrier.close();
        telnyx.close();
        database.close();
    }
}
