package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.InboxStore.ConsentEffect;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A STOP against a burst, over and over. Both transactions draw a ticket, by triggers of the database, while they hold the
 * row of the consent, so tickets have the order in which the two had that row: no gate may hold a later one than the STOP.
 */
@ParameterizedClass
@EnumSource(
        value = Engine.class,
        names = {"POSTGRESQL", "MARIADB"})
class StopRaceTest {
    private static final int RACERS = 4;
    private static final ConsentEffect STOP =
            new ConsentEffect(ConsentEffect.Change.OPT_OUT, ConsentScope.Kind.PROFILE);
    private static final String VIOLATIONS =
            "select count(*) from ticket gate join ticket stop on stop.peer = gate.peer"
                    + " and stop.what = 'STOP' and gate.what = 'GATE' and gate.id > stop.id";

    private static TestDatabase database;
    private static PlainUnitOfWork units;
    private static EntityManagerFactory factory;
    private static JpaSmsStore store;

    StopRaceTest(Engine engine) {}

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        database = engine.fresh(RACERS * 4, "").migrated();
        factory = database.factory();
        units = PlainUnitOfWork.of(factory);
        store = JpaSmsStore.of(units);
        tickets(engine).forEach(database::execute);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        database.close();
    }

    @Test
    @Tag("slow")
    @DisplayName("F-C1: in 2,000 races of a STOP with four texts none passes the gate after the STOP")
    void races() throws Exception {
        race(2_000, 4);
    }

    @Test
    @Tag("long")
    @DisplayName("F-C1: in 2,000 races of a STOP with fifty texts none passes the gate after the STOP")
    void longRaces() throws Exception {
        race(2_000, 50);
    }

    @Test
    @DisplayName("The oracle sees a text that passes after the STOP")
    void oracle() throws Exception {
        World world = new World(store);
        Address peer = World.number();
        Claim claim = burst(world, peer, 1).get(0);
        world.receive(store, peer, "stop-" + peer.value(), STOP);
        assertThat(store.outbox().gate(claim, List.of(ConsentScope.of(world.profile)), World.NOW))
                .isInstanceOf(Gate.Refused.class);
        assertThat(database.count(VIOLATIONS)).isZero();
        claim = burst(new World(store), World.number(), 1).get(0);
        database.execute(
                "insert into ticket (what, peer) values ('STOP', '" + claim.to().value() + "')");
        assertThat(store.outbox().gate(claim, List.of(ConsentScope.of(claim.profileId())), World.NOW))
                .isInstanceOf(Gate.Passed.class);
        assertThat(database.count(VIOLATIONS)).isEqualTo(1);
        database.execute("delete from ticket");
    }

    private static void race(int races, int texts) throws Exception {
        database.execute("delete from ticket");
        ExecutorService hands = Executors.newFixedThreadPool(RACERS * 3);
        long passed = 0;
        try {
            List<Long> each = Crowd.run(RACERS, racer -> {
                World world = new World(store);
                long sum = 0;
                for (int race = 0; race < races / RACERS; race++) {
                    sum += race(hands, world, texts);
                }
                return sum;
            });
            passed = each.stream().mapToLong(Long::longValue).sum();
        } finally {
            hands.shutdownNow();
        }
        assertThat(database.count("select count(*) from ticket where what = 'STOP'"))
                .isEqualTo(races);
        assertThat(database.count("select count(*) from ticket where what = 'GATE'"))
                .isEqualTo(passed);
        assertThat(database.count(VIOLATIONS)).isZero();
        // Races that are always won by the same side would prove nothing.
        long gates = (long) races * texts;
        assertThat(passed).isBetween(gates / 50, gates * 49 / 50);
    }

    /** One burst and one STOP; tells how many texts passed the gate. */
    private static long race(ExecutorService hands, World world, int texts) throws Exception {
        Address peer = World.number();
        List<Claim> claims = burst(world, peer, texts);
        List<ConsentScope> scopes = List.of(ConsentScope.of(world.profile));
        List<Future<Long>> gates = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            int first = half;
            gates.add(hands.submit(() -> {
                long through = 0;
                for (int i = first; i < claims.size(); i += 2) {
                    if (store.outbox().gate(claims.get(i), scopes, World.NOW) instanceof Gate.Passed) {
                        through++;
                    }
                }
                return through;
            }));
        }
        Future<?> stop = hands.submit(() -> {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(4_000_000L * texts));
            return world.receive(store, peer, "stop-" + peer.value(), STOP);
        });
        long through = 0;
        for (Future<Long> gate : gates) {
            through += gate.get(1, TimeUnit.MINUTES);
        }
        stop.get(1, TimeUnit.MINUTES);
        return through;
    }

    private static List<Claim> burst(World world, Address peer, int texts) {
        try (EntityManager host = factory.createEntityManager()) {
            host.getTransaction().begin();
            units.with(host, () -> {
                for (int i = 0; i < texts; i++) {
                    world.send(store, peer, peer.value() + "-" + i);
                }
                return texts;
            });
            host.getTransaction().commit();
        }
        List<Claim> claims = store.outbox().claim(world.request(texts, World.NOW, Duration.ofMinutes(10)));
        assertThat(claims).hasSize(texts).allMatch(claim -> claim.to().equals(peer));
        return claims;
    }

    private static List<String> tickets(Engine engine) {
        if (engine == Engine.POSTGRESQL) {
            return List.of(
                    "create table ticket (id bigint generated always as identity, what varchar(8), peer varchar(64))",
                    "create function stop_ticket() returns trigger language plpgsql as $$ begin"
                            + " insert into ticket (what, peer) values ('STOP', new.peer); return new; end $$",
                    "create function gate_ticket() returns trigger language plpgsql as $$ begin"
                            + " insert into ticket (what, peer) select 'GATE', m.peer from sms_message m"
                            + " where m.id = new.message_id; return new; end $$",
                    "create trigger stop_ticket before update on sms_consent for each row"
                            + " when (new.opted_out and not old.opted_out) execute function stop_ticket()",
                    "create trigger gate_ticket before update on sms_outbox for each row"
                            + " when (new.state = 'SENDING') execute function gate_ticket()");
        }
        return List.of(
                "create table ticket (id bigint auto_increment primary key, what varchar(8), peer varchar(64))",
                "create trigger stop_ticket before update on sms_consent for each row"
                        + " if new.opted_out and not old.opted_out then"
                        + " insert into ticket (what, peer) values ('STOP', new.peer); end if",
                "create trigger gate_ticket before update on sms_outbox for each row"
                        + " if new.state = 'SENDING' then"
                        + " insert into ticket (what, peer) select 'GATE', m.peer from sms_message m"
                        + " where m.id = new.message_id; end if");
    }
}
