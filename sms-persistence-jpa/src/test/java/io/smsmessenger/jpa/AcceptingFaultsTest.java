package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.ProviderEvent.InboundText;
import io.smsmessenger.model.UserId;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.store.Received;
import io.smsmessenger.testing.FakeProvider;
import io.smsmessenger.text.Texts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What can go wrong between a host and its database while texts are handed over: section by section of the catalogue. */
@ParameterizedClass
@EnumSource(
        value = Engine.class,
        names = {"POSTGRESQL", "MARIADB"})
@Tag("slow")
class AcceptingFaultsTest {
    private static final int NODES = 2;
    private static TestDatabase database;
    private static EntityManagerFactory factory;
    private static PlainUnitOfWork units;

    private final FakeProvider carrier = new FakeProvider();
    private final UserId owner = UserId.of("user-" + UUID.randomUUID());
    private final PhoneNumber line = World.number();

    AcceptingFaultsTest(Engine engine) {}

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        database = engine.fresh(24, "").migrated();
        database.execute("create table host_note (id bigint primary key, body varchar(100))");
        factory = database.factory(Map.of(), HostNote.class);
        units = PlainUnitOfWork.of(factory);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        database.close();
    }

    @Test
    @DisplayName("F-S1: of 1,000 texts whose host rolled back every other, the carrier gets exactly the 500 committed")
    void rolledBack() {
        UserMessenger ann = owned(node(units));
        SmsMessenger node = node(units);
        Set<String> committed = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String text = "text " + i;
            boolean commit = i % 2 == 0;
            host(i, commit, () -> ann.send(Draft.to(World.number(), text)));
            if (commit) {
                committed.add(text);
            }
        }
        node.dispatcher().runOnce();
        assertThat(texts()).hasSize(500).containsExactlyInAnyOrderElementsOf(committed);
    }

    @Test
    @DisplayName("F-S2: 400 texts of which every fourth COMMIT is cut off, tried up to five times: each goes once")
    void commitLost() throws Exception {
        loseCommits(400);
    }

    @Test
    @Tag("long")
    @DisplayName("F-S2: 2,000 texts of which every fourth COMMIT is cut off, tried up to five times: each goes once")
    void manyCommitsLost() throws Exception {
        loseCommits(2_000);
    }

    private void loseCommits(int sends) throws Exception {
        owned(node(units));
        int port = URI.create(database.dataSource().getJdbcUrl().substring("jdbc:".length()))
                .getPort();
        try (CommitCutter cutter = new CommitCutter(port, "insert into sms_outbox", 4);
                TestDatabase cut = database.through(cutter.port())) {
            UserMessenger ann = node(PlainUnitOfWork.of(cut.factory())).forUser(owner);
            cutter.start();
            for (int i = 0; i < sends; i++) {
                Draft draft = Draft.to(World.number(), "text " + i).clientKey("key-" + i);
                assertThat(handOver(ann, draft).clientKey()).isEqualTo("key-" + i);
            }
            assertThat(cutter.cuts()).isGreaterThanOrEqualTo(sends / 4);
        }
        assertThat(database.count("select count(*) from sms_message where owner = '" + owner.value() + "'"))
                .isEqualTo(sends);
        node(units).dispatcher().runOnce();
        assertThat(texts()).hasSize(sends).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("F-S3: 200 keys from ten callers each on two nodes: 200 texts, the same answer for each key")
    void pressedTwice() throws Exception {
        UserMessenger[] nodes = new UserMessenger[NODES];
        nodes[0] = owned(node(units));
        nodes[1] = node(units).forUser(owner);
        List<PhoneNumber> peers =
                java.util.stream.Stream.generate(World::number).limit(200).toList();
        List<List<MessageId>> answers = Crowd.run(10, caller -> {
            MessageId[] mine = new MessageId[peers.size()];
            for (int i = 0; i < peers.size(); i++) {
                int key = (i + caller % 3) % peers.size();
                Draft draft = Draft.to(peers.get(key), "text " + key).clientKey("key-" + key);
                mine[key] = nodes[caller % NODES].send(draft).id();
            }
            return List.of(mine);
        });
        assertThat(answers).hasSize(10).containsOnly(answers.get(0));
        node(units).dispatcher().runOnce();
        assertThat(texts()).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("F-S4: a key that is there already leaves the host's transaction usable, 500 times")
    void conflict() {
        UserMessenger ann = owned(node(units));
        PhoneNumber peer = World.number();
        Message first = ann.send(Draft.to(peer, "the first").clientKey("k"));
        long before = database.count("select count(*) from host_note");
        for (int i = 0; i < 500; i++) {
            host(
                    10_000 + i,
                    true,
                    () -> assertThat(ann.send(Draft.to(peer, "the first").clientKey("k"))
                                    .id())
                            .isEqualTo(first.id()));
        }
        assertThat(database.count("select count(*) from host_note")).isEqualTo(before + 500);
    }

    @Test
    @DisplayName("F-S7: 2,000 texts of any characters go out and come in as they are, but for what no database takes")
    void anyCharacters() {
        SmsMessenger node = node(units);
        UserMessenger ann = owned(node);
        Random random = new Random(7);
        PhoneNumber peer = World.number();
        ConversationId conversation = null;
        List<String> clean = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String text = strange(random);
            clean.add(Texts.clean(text));
            Message sent = ann.send(Draft.to(peer, text));
            conversation = sent.conversationId();
            assertThat(ann.messages().get(sent.id()).content().text()).isEqualTo(clean.get(i));
        }
        assertThat(conversation).isNotNull();
        assertThat(ann.messages().list(conversation, PageRequest.first(200)).items())
                .hasSize(200);
        node.dispatcher().runOnce();
        assertThat(carrier.sent()).extracting(sms -> sms.content().text()).containsExactlyInAnyOrderElementsOf(clean);
        comeIn(clean);
    }

    /** A carrier's text is repaired where it is decoded; from there on nothing of it may change. */
    private static void comeIn(List<String> texts) {
        JpaSmsStore store = JpaSmsStore.of(units);
        World world = new World(store);
        PhoneNumber peer = World.number();
        for (int i = 0; i < texts.size(); i++) {
            InboundText text = world.inbound(peer, "event-" + i, World.NOW, texts.get(i));
            Received received = store.inbox().receive(world.account, text, World.NO_EFFECT, new byte[0], World.NOW);
            MessageId id = ((Received.Stored) received).message().id();
            assertThat(store.messages().find(world.owner, id).orElseThrow().content())
                    .isEqualTo(Content.text(texts.get(i)));
        }
    }

    /** Any code units, torn ones, NUL, controls and directions among them; never blank, never over ten parts. */
    private static String strange(Random random) {
        StringBuilder text = new StringBuilder("x");
        String favourites = "\u0000\u202E\u200F\uD83D\uDE00\uD83D\uFEFF\r\n\t\u001B";
        int length = 1 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.append(
                    random.nextInt(3) == 0
                            ? favourites.charAt(random.nextInt(favourites.length()))
                            : (char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    /** What a careful host does when it does not know whether its commit went through: the same draft again. */
    private static Message handOver(UserMessenger ann, Draft draft) {
        for (int attempt = 1; ; attempt++) {
            try {
                return ann.send(draft);
            } catch (RuntimeException lost) {
                if (attempt == 5) {
                    throw lost;
                }
            }
        }
    }

    private Set<String> keys() {
        return carrier.sent().stream().map(sms -> sms.content().text()).collect(Collectors.toSet());
    }

    private List<String> texts() {
        List<String> texts = carrier.sent().stream()
                .map(OutboundSms::content)
                .map(each -> each.text())
                .toList();
        assertThat(keys()).hasSize(texts.size());
        return texts;
    }

    private SmsMessenger node(PlainUnitOfWork where) {
        return SmsMessenger.builder()
                .store(JpaSmsStore.of(where))
                .account("account-" + owner.value(), "tenant", carrier)
                .publicWebhookUrl(URI.create("https://host.example/webhooks/telnyx"))
                .build();
    }

    private UserMessenger owned(SmsMessenger node) {
        String account = "account-" + owner.value();
        ProfileId profile = node.operator()
                .addProfile(account, owner, UUID.randomUUID().toString(), "Sales")
                .id();
        node.operator().assign(account, line, owner, profile, null);
        return node.forUser(owner);
    }

    private static void host(long note, boolean commit, Runnable work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            units.with(em, () -> {
                work.run();
                return note;
            });
            em.persist(new HostNote(note, "after"));
            if (commit) {
                em.getTransaction().commit();
            } else {
                em.getTransaction().rollback();
            }
        }
    }
}
