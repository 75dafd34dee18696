package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.store.NewCampaign;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Recipients that are added in hosts' transactions which stay open for a while. */
@ParameterizedClass
@EnumSource(
        value = Engine.class,
        names = {"POSTGRESQL", "MARIADB"})
class CampaignAddsTest {
    private static final Duration SOON = Duration.ofSeconds(9);

    private static TestDatabase database;
    private static EntityManagerFactory factory;
    private static PlainUnitOfWork units;
    private static JpaSmsStore store;

    private final World world = new World(store);
    private final List<EntityManager> hosts = new ArrayList<>();

    CampaignAddsTest(Engine engine) {}

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

    @AfterEach
    void close() {
        for (EntityManager host : hosts) {
            if (host.getTransaction().isActive()) {
                host.getTransaction().rollback();
            }
            host.close();
        }
    }

    @Test
    void two_new_campaigns_are_in_nobodys_way() {
        CampaignId one = campaign();
        CampaignId two = campaign();
        EntityManager first = host();
        EntityManager second = host();
        assertThat(adding(first, one, people(700))).succeedsWithin(SOON).isEqualTo(700);
        assertThat(adding(second, two, people(700))).succeedsWithin(SOON).isEqualTo(700);
        assertThat(adding(first, one, people(700))).succeedsWithin(SOON).isEqualTo(700);
        assertThat(adding(second, two, people(700))).succeedsWithin(SOON).isEqualTo(700);
        first.getTransaction().commit();
        second.getTransaction().commit();
        assertThat(recipients(one)).isEqualTo(1400);
        assertThat(recipients(two)).isEqualTo(1400);
    }

    @Test
    void who_was_added_meanwhile_is_not_added_again_in_spite_of_an_older_snapshot() {
        CampaignId campaign = campaign();
        List<Recipient> known = people(2);
        List<Recipient> fresh = people(2);
        EntityManager host = host();
        // Takes the snapshot, where a transaction has one.
        assertThat(host.createNativeQuery("select count(*) from sms_campaign", Long.class)
                        .getSingleResult())
                .isNotEqualTo(0L);
        assertThat(store.campaigns().add(world.owner, campaign, known)).contains(2);
        assertThat(add(host, campaign, List.of(known.get(0), fresh.get(0), known.get(1))))
                .isEqualTo(1);
        assertThat(add(host, campaign, List.of(fresh.get(0), fresh.get(1)))).isEqualTo(1);
        host.getTransaction().commit();
        assertThat(recipients(campaign)).isEqualTo(4);
        assertThat(store.campaigns().add(world.owner, campaign, people(1))).contains(1);
        assertThat(recipients(campaign)).isEqualTo(5);
    }

    private CompletableFuture<Integer> adding(EntityManager host, CampaignId campaign, List<Recipient> people) {
        return CompletableFuture.supplyAsync(() -> add(host, campaign, people));
    }

    private int add(EntityManager host, CampaignId campaign, List<Recipient> people) {
        return units.with(
                host, () -> store.campaigns().add(world.owner, campaign, people).orElseThrow());
    }

    private long recipients(CampaignId campaign) {
        return store.campaigns().progress(world.owner, campaign).orElseThrow().recipients();
    }

    private EntityManager host() {
        EntityManager host = factory.createEntityManager();
        host.getTransaction().begin();
        hosts.add(host);
        return host;
    }

    private CampaignId campaign() {
        return store.campaigns()
                .create(new NewCampaign(world.owner, "News", Content.text("Hi"), null, null, null, null, World.NOW))
                .id();
    }

    private static List<Recipient> people(int count) {
        return Stream.generate(() -> Recipient.to(World.number())).limit(count).toList();
    }
}
