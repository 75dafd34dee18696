package io.smsmessenger.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.examples.simulator.carrier.Timings;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String PROFILE = "5e1f0000-0000-4000-8000-0000000000a1";

    @TempDir
    Path directory;

    private SimulatorBuilder builder() {
        return TelnyxSimulator.builder()
                .dataDirectory(directory)
                .timings(Timings.fast())
                .seed(3)
                .profile(PROFILE, "Demo", null)
                .number(Client.OURS, PROFILE);
    }

    @Test
    void remembersMessagesJournalKeyAndBlockRules() throws Exception {
        String key;
        String first;
        try (TelnyxSimulator telnyx = builder().start()) {
            key = telnyx.publicKey();
            first = new Client(telnyx).send(Client.MARIA, "before").id();
            telnyx.awaitIdle(SOON);
            telnyx.handset(Client.MARIA).text(Client.OURS, "STOP");
        }
        Files.writeString(directory.resolve("state.jsonl"), "{\"table\":\"mess", StandardOpenOption.APPEND);
        try (TelnyxSimulator telnyx = builder().start()) {
            Client client = new Client(telnyx);
            assertThat(telnyx.publicKey()).isEqualTo(key);
            assertThat(telnyx.journal()).hasSize(1);
            assertThat(client.get("/v2/messages/" + first).status()).isEqualTo(200);
            assertThat(client.send(Client.MARIA, "blocked").code()).isEqualTo("40300");
            assertThat(telnyx.journal()).extracting(entry -> entry.sequence()).containsExactly(1L, 2L, 3L);
            telnyx.handset(Client.MARIA).text(Client.OURS, "START");
            assertThat(client.send(Client.MARIA, "after").id()).isNotEmpty().isNotEqualTo(first);
            telnyx.awaitIdle(SOON);
        }
        try (TelnyxSimulator telnyx = builder().start()) {
            assertThat(telnyx.messages()).hasSize(4);
        }
    }

    @Test
    void goesOnWithWhatWasUnderWay() throws Exception {
        try (TelnyxSimulator telnyx = builder()
                .timings(Timings.fast().withStep(Duration.ofMinutes(1)))
                .start()) {
            new Client(telnyx).send(Client.MARIA, "on its way");
        }
        try (Receiver receiver = new Receiver();
                TelnyxSimulator telnyx = builder().start()) {
            telnyx.webhook(PROFILE, receiver.url("/"));
            Until.holds(() -> telnyx.messages().get(0).status().equals("delivered"));
        }
    }

    @Test
    void oneDirectoryServesOneSimulator() {
        try (TelnyxSimulator telnyx = builder().start()) {
            assertThatThrownBy(() -> builder().start())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another simulator");
            assertThat(telnyx.journal()).isEmpty();
        }
    }

    @Test
    void losesNothingWhenItsProcessIsKilled() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorMain.class.getName(),
                        "--port",
                        "0",
                        "--data",
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        Set<String> accepted = new HashSet<>();
        try (BufferedReader out = process.inputReader()) {
            String root = out.readLine().replaceAll(".*(http://[^/]+)/v2", "$1");
            Client client = new Client(root, "KEY-simulated");
            for (int i = 0; i < 25; i++) {
                accepted.add(client.send(Client.MARIA, "text " + i).id());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (TelnyxSimulator telnyx = builder().start()) {
            assertThat(accepted).hasSize(25);
            List<String> kept = telnyx.messages().stream().map(m -> m.id()).toList();
            assertThat(kept).containsExactlyInAnyOrderElementsOf(accepted);
            assertThat(telnyx.journal()).hasSize(25).allMatch(entry -> entry.status() == 200);
            assertThat(telnyx.awaitIdle(SOON)).isTrue();
            assertThat(telnyx.messages()).allMatch(message -> message.status().equals("delivered"));
        }
    }
}
