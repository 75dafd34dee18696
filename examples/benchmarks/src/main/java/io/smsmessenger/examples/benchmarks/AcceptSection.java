package io.smsmessenger.examples.benchmarks;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.net.URI;

/** Taking messages in, one a transaction and a hundred: ours against the same inserts by hand. */
final class AcceptSection {
    private final Plan plan;
    private final Table table;
    private final World world;
    private final RawAccept raw;

    AcceptSection(Plan plan, Table table, World world, RawAccept raw) {
        this.plan = plan;
        this.table = table;
        this.world = world;
        this.raw = raw;
    }

    void run() throws Exception {
        try (TelnyxProvider nobody = World.provider(URI.create("http://127.0.0.1:9/v2"));
                SmsMessenger messenger = world.messenger(nobody, (event, owner) -> {})) {
            UserMessenger ann = messenger.forUser(world.user);
            setting(ann, 1, 1, Aim.atLeast(0.65));
            setting(ann, World.HANDS, 1, Aim.atLeast(0.65));
            setting(ann, 1, 100, Aim.atLeast(0.7));
            setting(ann, World.HANDS, 100, Aim.atLeast(0.7));
        }
    }

    private void setting(UserMessenger ann, int threads, int batch, Aim aim) throws Exception {
        Load.Work byHand = () -> raw.accept(batch);
        Load.Work store = () -> {
            if (batch == 1) {
                world.database.store.outbox().enqueue(world.outbound());
            } else {
                world.enqueue(batch);
            }
            return batch;
        };
        Load.Work door = () -> {
            if (batch == 1) {
                ann.send(world.draft());
            } else {
                world.inTransaction(batch, () -> ann.send(world.draft()));
            }
            return batch;
        };
        Load.Work[] contestants = {store, door, byHand};
        Samples[] rates = {new Samples(), new Samples(), new Samples()};
        world.database.empty();
        for (Load.Work each : contestants) {
            Load.during(plan.warmUp().dividedBy(3), threads, each);
        }
        for (int round = 0; round < plan.rounds(); round++) {
            for (int i = 0; i < contestants.length; i++) {
                int turn = (round + i) % contestants.length;
                world.database.empty();
                Load.Cost cost = Load.during(plan.turn(), threads, contestants[turn]);
                rates[turn].add(cost.perSecond());
                long kept = world.database.count("select count(*) from sms_message m join sms_outbox o"
                        + " on o.message_id = m.id and o.conversation_id = m.conversation_id where o.state = 'READY'");
                Checks.that(kept == cost.units(), cost.units() + " messages were handed over, and kept: " + kept);
            }
        }
        String what = "accept, " + batch + " a transaction, " + threads + (threads == 1 ? " thread: " : " threads: ");
        table.compare(what + "store", "msg/s", rates[0], rates[2], aim);
        table.compare(what + "send(draft)", "msg/s", rates[1], rates[2], null);
    }
}
