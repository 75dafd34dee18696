package io.smsmessenger.jpa.kill;

import io.smsmessenger.jpa.Engine;
import io.smsmessenger.jpa.TestDatabase;
import io.smsmessenger.testing.Eventually;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server of its own that can be crashed: it stops at once, without a checkpoint, and comes back on the same
 * port with what its log holds. It confirms nothing that is not in the log.
 */
final class CrashingPostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final EmbeddedPostgres server;

    CrashingPostgres(Path folder) throws IOException {
        data = Files.createDirectories(folder).resolve("data-" + System.nanoTime());
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("max_connections", "100")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    TestDatabase database() {
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/";
        return TestDatabase.create(
                new Engine.Server(url + "%s?socketTimeout=30", "postgres", "", url + "postgres"), "sms", 10, "");
    }

    /** Ends the server at once, and starts it again the way it was started; returns when it answers. */
    void crash() throws IOException {
        long pid = pid();
        List<String> command = command(pid);
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        Signals.send("QUIT", pid);
        Eventually.value("the database is down", PATIENCE, () -> !postmaster.isAlive(), Boolean::booleanValue);
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("postgres.log").toFile()))
                .start();
        Eventually.value("the database answers again", PATIENCE, this::answers, Boolean::booleanValue);
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    /** As it was called; as root it refuses to run, so it gets a user namespace of its own as it had before. */
    private static List<String> command(long pid) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        String[] called = Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"), StandardCharsets.UTF_8)
                .split("\0");
        command.addAll(List.of(called));
        return command;
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", "postgres", "")) {
            return connection.isValid(5);
        } catch (SQLException down) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
