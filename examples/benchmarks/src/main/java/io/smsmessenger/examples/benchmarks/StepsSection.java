package io.smsmessenger.examples.benchmarks;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.Settlement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Claiming and recording by 1, 10 and 100 with four workers. */
final class StepsSection {
    private static final int LOOKS = 100;
    private static final int WORKERS = 4;
    private static final int[] SIZES = {1, 10, 100};

    private final Plan plan;
    private final Table table;
    private final World world;
    private final RawAccept accept;
    private final RawOutbox raw;
    private final Clock clock = Clock.systemUTC();
    private int run;

    StepsSection(Plan plan, Table table, World world, RawAccept accept) {
        this.plan = plan;
        this.table = table;
        this.world = world;
        this.accept = accept;
        this.raw = new RawOutbox(world);
    }

    void run() throws Exception {
        Samples[] claims = {new Samples(), new Samples(), new Samples()};
        Samples[] rawClaims = {new Samples(), new Samples(), new Samples()};
        Samples[] rawRecords = {new Samples(), new Samples(), new Samples()};
        Samples[] records = {new Samples()};
        // The first round warms up.
        for (int round = -1; round < plan.longRounds(); round++) {
            boolean counts = round >= 0;
            ours(counts ? claims : null, counts ? records : null);
            byHand(counts ? rawClaims : null, counts ? rawRecords : null);
        }
        for (int i = 0; i < SIZES.length; i++) {
            String what = "claim by " + SIZES[i] + ", 4 workers ÷ raw";
            table.compare(what, "msg/s", claims[i], rawClaims[i], null);
        }
        table.compare("claim by 100 ÷ by 1, 4 workers", "msg/s", claims[2], claims[0], Aim.atLeast(5));
        table.compare("record by 1, 4 workers ÷ raw", "msg/s", records[0], rawRecords[0], null);
        table.compare("record by 1 ÷ raw by 10, 4 workers", "msg/s", records[0], rawRecords[1], null);
        table.compare("record by 1 ÷ raw by 100, 4 workers", "msg/s", records[0], rawRecords[2], null);
    }

    private void ours(Samples @Nullable [] claims, Samples @Nullable [] records) throws Exception {
        fill();
        Queue<Claim> held = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < SIZES.length; i++) {
            int size = SIZES[i];
            Load.Cost cost = Load.times(turns(i), WORKERS, () -> {
                List<Claim> got = world.database.store.outbox().claim(request(size));
                held.addAll(got);
                return got.size();
            });
            add(claims, i, cost);
        }
        // A claim passes by what another holds at that moment, so it may bring less than there is: the rest, untimed.
        for (int look = 0; look < LOOKS && held.size() < wanted(); look++) {
            held.addAll(world.database.store.outbox().claim(request(wanted() - held.size())));
        }
        checkClaims(held.stream().map(claim -> claim.id().value()).distinct().count(), held.size());
        world.database.execute("update sms_outbox set state = 'SENDING' where state = 'CLAIMED'");
        int many = held.size() / 5;
        String carrier = "ours-" + ++run + "-";
        Load.Cost cost = Load.times(many, WORKERS, () -> {
            Claim claim = held.remove();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            ProviderMessageId id = new ProviderMessageId(carrier + claim.id());
            return world.database
                            .store
                            .outbox()
                            .settle(claim, new Settlement.Accepted(id, Billing.none()), now)
                            .isPresent()
                    ? 1
                    : 0;
        });
        add(records, 0, cost);
        checkRecords(many);
    }

    private void byHand(Samples @Nullable [] claims, Samples @Nullable [] records) throws Exception {
        fill();
        Queue<RawOutbox.Held> held = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < SIZES.length; i++) {
            int size = SIZES[i];
            Load.Cost cost = Load.times(turns(i), WORKERS, () -> {
                List<RawOutbox.Held> got = raw.claim(size);
                held.addAll(got);
                return got.size();
            });
            add(claims, i, cost);
        }
        // A claim passes by what another holds at that moment, so it may bring less than there is: the rest, untimed.
        for (int look = 0; look < LOOKS && held.size() < wanted(); look++) {
            held.addAll(raw.claim(wanted() - held.size()));
        }
        checkClaims(held.stream().map(RawOutbox.Held::id).distinct().count(), held.size());
        world.database.execute("update sms_outbox set state = 'SENDING' where state = 'CLAIMED'");
        String carrier = "raw-" + ++run + "-";
        int settled = 0;
        for (int i = 0; i < SIZES.length; i++) {
            int size = SIZES[i];
            Load.Cost cost = Load.times(turns(i), WORKERS, () -> {
                List<RawOutbox.Held> portion = take(held, size);
                if (size == 1) {
                    raw.settle(portion.get(0), carrier + portion.get(0).id());
                } else {
                    raw.settleAll(portion, carrier);
                }
                return portion.size();
            });
            settled += (int) cost.units();
            add(records, i, cost);
        }
        checkRecords(settled);
    }

    private static List<RawOutbox.Held> take(Queue<RawOutbox.Held> held, int size) {
        return Stream.generate(held::remove)
                .limit(size)
                .sorted(Comparator.comparing(RawOutbox.Held::id))
                .toList();
    }

    /** How many turns a size gets: a tenth of the backlog one by one, three tenths by tens, the rest by hundreds. */
    private int turns(int size) {
        int tenth = plan.backlog() / 10;
        return switch (size) {
            case 0 -> tenth;
            case 1 -> 3 * tenth / 10;
            default -> 6 * tenth / 100;
        };
    }

    /** How many are claimed in all. */
    private int wanted() {
        return turns(0) + 10 * turns(1) + 100 * turns(2);
    }

    private void fill() throws Exception {
        world.database.empty();
        for (int i = 0; i < plan.backlog(); i += 100) {
            accept.accept(100);
        }
        world.database.execute("analyze sms_outbox, sms_message");
    }

    private ClaimRequest request(int limit) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new ClaimRequest(Set.of(world.account), limit, limit, now, Duration.ofMinutes(1), Map.of());
    }

    private void checkClaims(long distinct, long all) throws Exception {
        long claimed = world.database.count("select count(*) from sms_outbox where state = 'CLAIMED'");
        long wanted = wanted();
        Checks.that(distinct == all, "no message is claimed twice");
        Checks.that(claimed == all && all == wanted, wanted + " were to be claimed, are: " + claimed + ", got: " + all);
    }

    private void checkRecords(long settled) throws Exception {
        long accepted = world.database.count("select count(*) from sms_message where status = 'ACCEPTED'");
        long left = world.database.count("select count(*) from sms_outbox");
        Checks.that(accepted == settled, settled + " were settled, are accepted: " + accepted);
        Checks.that(left == plan.backlog() - settled, "the others wait still: " + left);
    }

    private static void add(Samples @Nullable [] samples, int index, Load.Cost cost) {
        if (samples != null) {
            samples[index].add(cost.perSecond());
        }
    }
}
