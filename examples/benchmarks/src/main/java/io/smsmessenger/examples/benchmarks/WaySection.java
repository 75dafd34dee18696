package io.smsmessenger.examples.benchmarks;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The whole way of a message: accept, claim, gate, send, record, with 16 hands. */
final class WaySection {
    private static final int CLAIM = 16;
    private static final int BARE = 2;
    private static final long LOOK_AGAIN_NANOS = 1_000_000;
    private static final long PATIENCE_SECONDS = 120;

    private final Plan plan;
    private final Table table;
    private final World world;
    private final RawAccept accept;
    private final RawOutbox raw;
    private final CarrierProcess carrier;

    WaySection(Plan plan, Table table, World world, RawAccept accept, CarrierProcess carrier) {
        this.plan = plan;
        this.table = table;
        this.world = world;
        this.accept = accept;
        this.raw = new RawOutbox(world);
        this.carrier = carrier;
    }

    void run() throws Exception {
        setting(0, plan.way(), plan.longRounds(), Aim.atLeast(0.7), null);
        setting(50, plan.slowWay(), plan.longRounds(), null, Aim.atLeast(0.95));
    }

    private void setting(int wait, int messages, int rounds, @Nullable Aim ofRaw, @Nullable Aim ofBare)
            throws Exception {
        URI url = carrier.baseUrl(Duration.ofMillis(wait));
        Contestant[] contestants = {
            () -> ours(url, messages, false),
            () -> byHand(url, messages),
            () -> bare(url, messages),
            () -> ours(url, messages, true)
        };
        Samples[] rates = {new Samples(), new Samples(), new Samples(), new Samples()};
        Samples[] cpu = {new Samples(), new Samples(), new Samples(), new Samples()};
        // At 0 ms the first round warms up; at 50 ms all are warm by then.
        for (int round = wait == 0 ? -1 : 0; round < rounds; round++) {
            for (int i = 0; i < contestants.length; i++) {
                int turn = (Math.max(round, 0) + i) % contestants.length;
                world.database.empty();
                carrier.forget();
                Load.Cost cost = contestants[turn].run();
                carrier.expect(messages);
                if (turn != BARE) {
                    checkRecords(messages);
                }
                if (round >= 0) {
                    rates[turn].add(messages * 1e9 / cost.nanos());
                    cpu[turn].add(cost.cpuNanos() / 1e3 / messages);
                }
            }
        }
        String what = "whole way, 16 hands, " + wait + " ms";
        table.compare(what + " ÷ raw JDBC", "msg/s", rates[0], rates[1], ofRaw);
        table.compare(what + " ÷ raw JDBC", "CPU µs", cpu[0], cpu[1], null);
        table.compare(what + " ÷ bare HTTP", "msg/s", rates[0], rates[2], ofBare);
        table.compare("… through send(draft), " + wait + " ms ÷ raw JDBC", "msg/s", rates[3], rates[1], null);
        table.compare("raw JDBC, " + wait + " ms ÷ bare HTTP", "msg/s", rates[1], rates[2], null);
    }

    private Load.Cost ours(URI url, int messages, boolean door) throws Exception {
        CountDownLatch accepted = new CountDownLatch(messages);
        AtomicInteger left = new AtomicInteger(messages);
        try (TelnyxProvider telnyx = World.provider(url);
                SmsMessenger messenger = world.messenger(telnyx, (event, owner) -> {
                    if (event instanceof SmsEvent.MessageStatusChanged changed
                            && changed.message().status() == MessageStatus.ACCEPTED) {
                        accepted.countDown();
                    }
                })) {
            messenger.start();
            // One of the hands that hand over stays to wait for the end, so that all is in the time that is taken.
            return Load.run(World.HANDS, () -> true, () -> {
                int portion = portion(left);
                if (portion > 0) {
                    world.inTransaction(portion, () -> accept(messenger, door));
                    messenger.dispatcher().nudge();
                } else {
                    Checks.that(
                            accepted.await(PATIENCE_SECONDS, TimeUnit.SECONDS),
                            "all are accepted in time, but for " + accepted.getCount());
                }
                return portion;
            });
        }
    }

    private void accept(SmsMessenger messenger, boolean door) {
        if (door) {
            messenger.forUser(world.user).send(world.draft());
        } else {
            world.database.store.outbox().enqueue(world.outbound());
        }
    }

    private Load.Cost byHand(URI url, int messages) throws Exception {
        AtomicInteger left = new AtomicInteger(messages);
        AtomicInteger unsettled = new AtomicInteger(messages);
        try (BareHttp http = new BareHttp()) {
            return Load.run(World.HANDS, () -> unsettled.get() > 0, () -> {
                int portion = portion(left);
                if (portion > 0) {
                    accept.accept(portion);
                }
                List<RawOutbox.Held> claims = raw.claim(CLAIM);
                for (RawOutbox.Held held : claims) {
                    Checks.that(raw.gate(held), "the gate lets a claimed message pass");
                    raw.settle(held, http.send(url, held.sms()));
                    raw.show(held);
                    unsettled.decrementAndGet();
                }
                if (portion + claims.size() == 0) {
                    LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                }
                return 1;
            });
        }
    }

    private Load.Cost bare(URI url, int messages) throws Exception {
        try (BareHttp http = new BareHttp()) {
            return Load.times(messages, World.HANDS, () -> {
                long next = world.next();
                http.send(url, SendSection.sms(world.peer(next), World.text(next)));
                return 1;
            });
        }
    }

    /** The next hundred of what is still to be handed over. */
    private static int portion(AtomicInteger left) {
        int before = left.getAndAdd(-100);
        return Math.max(0, Math.min(100, before));
    }

    private void checkRecords(long messages) throws Exception {
        long accepted = world.database.count(
                "select count(distinct provider_id) from sms_message" + " where status = 'ACCEPTED'");
        long events = world.database.count("select count(*) from sms_message_event");
        Checks.that(accepted == messages, messages + " went the whole way, are accepted: " + accepted);
        Checks.that(events == 2 * messages, "each has its two lines of history: " + events);
        Checks.that(world.database.count("select count(*) from sms_outbox") == 0, "nothing waits any more");
    }

    /** Brings a number of messages through. */
    @FunctionalInterface
    private interface Contestant {
        Load.Cost run() throws Exception;
    }
}
