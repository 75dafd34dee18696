package io.smsmessenger.examples.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the environment settles, in a process of its own as the launch command starts it. */
class SettingsTest {
    @TempDir
    Path directory;

    @Test
    void theVariableServerPortMovesThePortAndTheDataLiesWhereItIsStarted() throws Exception {
        int port = freePort();
        Path log = directory.resolve("log");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        MessengerApplication.class.getName())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().put("SERVER_PORT", Integer.toString(port));
        command.environment().remove("SPRING_PROFILES_ACTIVE");
        Process process = command.start();
        try {
            String open = "Open http://localhost:" + port + " ";
            assertThat(Eventually.see(() -> read(log), text -> text.contains(open) || !process.isAlive()))
                    .contains(open)
                    .contains("http://localhost:" + port + "/simulator/");
            assertThat(process.isAlive()).isTrue();
            assertThat(new Browser("http://localhost:" + port, "alice:alice")
                            .get("/api/sms/v1/me")
                            .status())
                    .isEqualTo(200);
            assertThat(directory.resolve("data/messenger.mv.db")).exists();
            assertThat(directory.resolve("data/simulator")).isDirectory();
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
