package io.smsmessenger.jpa.kill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.smsmessenger.SmsMessenger;
import io.smsmessenger.jpa.JpaSmsStore;
import io.smsmessenger.jpa.SmsEntities;
import io.smsmessenger.sending.Breaker;
import io.smsmessenger.sending.SendingSettings;
import io.smsmessenger.telnyx.TelnyxProvider;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import javax.sql.DataSource;

/** A node that only dispatches, put together as a host would: the program that the tests start, kill and pause. */
public final class Worker {
    static final String READY = "READY";
    static final String STOPPED = "STOPPED";

    /** A quarter fewer connections than messages in flight: none is held while the carrier is called. */
    private static final int CONNECTIONS = 6;

    private Worker() {}

    /** Sends until it is killed, told to stop by SIGTERM, or left alone by whoever started it. */
    public static void main(String[] arguments) throws IOException {
        WorkerSettings settings = WorkerSettings.read(arguments);
        HikariDataSource pool = pool(settings);
        EntityManagerFactory factory = factory(pool);
        TelnyxProvider telnyx = TelnyxProvider.builder()
                .apiKey(settings.apiKey())
                .baseUrl(URI.create(settings.carrier()))
                .withoutWebhooks()
                .callTimeout(Duration.ofSeconds(5))
                .build();
        Doom doom = new Doom(settings.failPoint(), settings.concurrency());
        SmsMessenger messenger = SmsMessenger.builder()
                .store(doom.around(JpaSmsStore.of(factory)))
                .provider(doom.around(telnyx))
                .publicWebhookUrl(URI.create(settings.webhooks()))
                .clock(new WrongClock(settings.clockOffset(), settings.stepsBackAfter()))
                .sending(sending(settings))
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            messenger.close();
            telnyx.close();
            factory.close();
            pool.close();
            System.out.println(STOPPED);
        }));
        messenger.start();
        System.out.println(READY + " " + ProcessHandle.current().pid());
        while (System.in.read() >= 0) {
            // Only its end matters.
        }
        Runtime.getRuntime().halt(1);
    }

    private static SendingSettings sending(WorkerSettings settings) {
        return SendingSettings.builder()
                .concurrency(settings.concurrency())
                .pollInterval(Duration.ofMillis(250))
                .lease(settings.lease())
                .sendingTimeout(settings.sendingTimeout())
                .settleWindow(settings.settleWindow())
                // One answer in a hundred is dropped on purpose, hundreds in a minute: by default the breaker would
                // rightly take that for a carrier in trouble, and let no more than a probe through now and then.
                .breaker(new Breaker(1_000_000, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .build();
    }

    private static HikariDataSource pool(WorkerSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    private static EntityManagerFactory factory(DataSource pool) {
        PersistenceConfiguration unit = new PersistenceConfiguration("worker");
        SmsEntities.classes().forEach(unit::managedClass);
        unit.property("jakarta.persistence.nonJtaDataSource", pool);
        unit.property("hibernate.hbm2ddl.auto", "none");
        return unit.createEntityManagerFactory();
    }
}
