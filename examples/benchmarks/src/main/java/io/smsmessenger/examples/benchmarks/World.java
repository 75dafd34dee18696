package io.smsmessenger.examples.benchmarks;

import io.smsmessenger.SmsListener;
import io.smsmessenger.SmsMessenger;
import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.sending.SendingSettings;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.telnyx.TelnyxProvider;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** One user with a number and some thousand people to text, who have all been texted before. */
final class World {
    static final String API_KEY = "KEY-of-the-benchmark";
    static final URI WEBHOOK = URI.create("https://app.example.com/sms/telnyx");
    static final int HANDS = 16;
    private static final String PROFILE = "00000000-0000-4000-8000-000000000001";

    final Postgres database;
    final UserId user = UserId.of("ann");
    final AccountId account;
    final NumberAssignment number;
    final ProfileId profile;
    private final Clock clock = Clock.systemUTC();
    private final int peers;
    private final AtomicLong count = new AtomicLong();

    World(Postgres database, int peers) throws Exception {
        this.database = database;
        this.peers = peers;
        try (TelnyxProvider nobody = provider(URI.create("http://127.0.0.1:9/v2"));
                SmsMessenger messenger = messenger(nobody, (event, owner) -> {})) {
            account = messenger.operator().accounts().get(0).id();
            MessagingProfile made = messenger.operator().addProfile(user, PROFILE, "Shop");
            profile = made.id();
            number = messenger.operator().assign(PhoneNumber.of("+12025550123"), user, profile);
        }
        for (int i = 0; i < peers; i += 100) {
            enqueue(Math.min(100, peers - i));
        }
        for (String scope : new String[] {
            "PROFILE', '" + profile.value(), "NUMBER', '" + number.id().value()
        }) {
            database.execute("insert into sms_consent (scope_kind, scope_id, peer, opted_out) select '" + scope
                    + "', peer, false from sms_conversation");
        }
        database.execute("vacuum analyze");
    }

    static TelnyxProvider provider(URI baseUrl) {
        return TelnyxProvider.builder()
                .apiKey(API_KEY)
                .withoutWebhooks()
                .baseUrl(baseUrl)
                .build();
    }

    SmsMessenger messenger(TelnyxProvider provider, SmsListener listener) {
        return SmsMessenger.builder()
                .store(database.store)
                .provider(provider)
                .publicWebhookUrl(WEBHOOK)
                .sending(SendingSettings.builder().concurrency(HANDS).build())
                .listener(listener)
                .build();
    }

    /** A new text to the next peer. */
    Draft draft() {
        long next = count.getAndIncrement();
        return Draft.to(peer(next), text(next));
    }

    /** The same as the store gets it. */
    NewOutbound outbound() {
        long next = count.getAndIncrement();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new NewOutbound(
                user,
                number.id(),
                Objects.requireNonNull(profile),
                peer(next),
                Content.text(text(next)),
                random(16),
                random(32),
                random(11),
                NewOutbound.Priority.ONE_TO_ONE,
                null,
                Guarantee.AT_MOST_ONCE,
                now,
                null,
                null,
                now.plus(Draft.DEFAULT_TIME_TO_LIVE),
                new Billing(Encoding.GSM_7, 1, null));
    }

    /** Hands over so many in one transaction of the host's. */
    void enqueue(int messages) {
        inTransaction(messages, () -> database.store.outbox().enqueue(outbound()));
    }

    void inTransaction(int times, Runnable call) {
        EntityManager em = database.factory.createEntityManager();
        try (em) {
            em.getTransaction().begin();
            database.units.with(em, () -> {
                for (int i = 0; i < times; i++) {
                    call.run();
                }
                return times;
            });
            em.getTransaction().commit();
        }
    }

    PhoneNumber peer(long index) {
        return PhoneNumber.of("+1212" + (5_550_000 + index % peers));
    }

    static String text(long index) {
        return "Your order " + index + " is ready: come and get it until six.";
    }

    long next() {
        return count.getAndIncrement();
    }

    long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    /** So many random bytes in text: keys, fingerprints and references are as long as ours. */
    static String random(int bytes) {
        byte[] bits = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
