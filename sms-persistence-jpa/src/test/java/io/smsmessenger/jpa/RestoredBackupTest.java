package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.smsmessenger.SmsMessenger;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.UserId;
import io.smsmessenger.testing.FakeProvider;
import io.smsmessenger.testing.MutableClock;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A database that is put back to what it was before its queue was worked off. */
class RestoredBackupTest {
    private static final int MESSAGES = 500;

    private final MutableClock clock = MutableClock.at("2026-03-01T10:00:00Z");

    @Test
    @DisplayName("F-P17 a copy taken before 500 were sent, restored five hours later: all expired, none sent again")
    void restored() throws Exception {
        try (TestDatabase first = Engine.POSTGRESQL.fresh().migrated()) {
            handOver(first);
            // The server copies a database only while nobody is connected to it.
            first.dataSource().close();
            copy(first, "restored");
            try (TestDatabase original = again(first, "");
                    TestDatabase restored = again(first, "restored")) {
                assertThat(sent(original)).isEqualTo(MESSAGES);
                assertThat(original.count("select count(*) from sms_message where status = 'ACCEPTED'"))
                        .isEqualTo(MESSAGES);
                assertThat(restored.count("select count(*) from sms_message where status = 'QUEUED'"))
                        .as("waiting in the copy")
                        .isEqualTo(MESSAGES);

                clock.advance(Duration.ofHours(5));

                assertThat(sent(restored)).as("sent from the copy").isZero();
                assertThat(restored.count("select count(*) from sms_message where status = 'EXPIRED'"))
                        .isEqualTo(MESSAGES);
                assertThat(restored.count("select count(*) from sms_outbox")).isZero();
            }
        }
    }

    private void handOver(TestDatabase database) {
        try (SmsMessenger messenger = messenger(database, new FakeProvider())) {
            UserMessenger ann = messenger.forUser(UserId.of("ann"));
            var profile = messenger.operator().addProfile(ann.owner(), "carrier-profile", "Shop");
            messenger.operator().assign(World.number(), ann.owner(), profile.id());
            for (int i = 0; i < MESSAGES; i++) {
                ann.send(Draft.to(World.number(), "Text " + i));
            }
        }
    }

    /** Sends what is due, and tells how many reached the carrier. */
    private int sent(TestDatabase database) {
        FakeProvider carrier = new FakeProvider();
        try (SmsMessenger messenger = messenger(database, carrier)) {
            messenger.dispatcher().runOnce();
        }
        return carrier.sent().size();
    }

    private SmsMessenger messenger(TestDatabase database, FakeProvider carrier) {
        return SmsMessenger.builder()
                .store(JpaSmsStore.of(PlainUnitOfWork.of(database.factory())))
                .provider(carrier)
                .clock(clock)
                .build();
    }

    private static void copy(TestDatabase database, String suffix) throws Exception {
        HikariDataSource source = database.dataSource();
        String url = source.getJdbcUrl();
        String name = url.substring(url.lastIndexOf('/') + 1);
        String admin = url.substring(0, url.lastIndexOf('/') + 1) + "postgres";
        try (Connection connection = DriverManager.getConnection(admin, source.getUsername(), source.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + suffix + " template " + name);
        }
    }

    /** A pool on the same database, or on its copy. */
    private static TestDatabase again(TestDatabase database, String suffix) {
        HikariDataSource source = database.dataSource();
        String url = source.getJdbcUrl() + suffix;
        return TestDatabase.create(
                new Engine.Server(url, source.getUsername(), source.getPassword(), null), "", 20, "");
    }
}
