package io.smsmessenger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.sending.SendingSettings;
import io.smsmessenger.store.LaneStore.LaneState;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No connection comes about, so that no byte of a request can have left. Each attempt closes the lane for a while. */
@Tag("slow")
class NoConnectionTest {
    private static final int MESSAGES = 500;
    private static final int ATTEMPTS = 500;

    /** Fewer where each attempt really waits. */
    private static final int SLOW_ATTEMPTS = 60;

    private static final Duration CONNECT = Duration.ofMillis(50);

    @Test
    @DisplayName(
            "F-P10 connection refused 500 times: nothing unknown, nothing failed, the carrier has all 500 once after it heals")
    void refused() throws Exception {
        try (Socket reserved = new Socket()) {
            // Bound, but nobody listens.
            reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI nobody = URI.create("http://127.0.0.1:" + reserved.getLocalPort() + "/v2");
            neverConnected(nobody, ATTEMPTS, "ConnectException");
        }
    }

    @Test
    @DisplayName(
            "F-P10 unknown host 500 times: nothing unknown, nothing failed, the carrier has all 500 once after it heals")
    void unknownHost() throws Exception {
        neverConnected(URI.create("https://carrier.invalid/v2"), ATTEMPTS, "UnknownHostException");
    }

    @Test
    @DisplayName(
            "F-P10 TLS to a plain port 500 times: nothing unknown, nothing failed, the carrier has all 500 once after it heals")
    void handshakeFails() throws Exception {
        try (PlainPort port = new PlainPort()) {
            neverConnected(URI.create("https://127.0.0.1:" + port.port() + "/v2"), ATTEMPTS, "SSLException");
            assertThat(port.hellos()).as("handshakes that were begun").isEqualTo(ATTEMPTS);
        }
    }

    @Test
    @DisplayName(
            "F-P10 connect time-out 60 times: nothing unknown, nothing failed, the carrier has all 500 once after it heals")
    void connectTimeout() throws Exception {
        try (FullPort port = new FullPort()) {
            neverConnected(
                    URI.create("http://127.0.0.1:" + port.port() + "/v2"), SLOW_ATTEMPTS, "SocketTimeoutException");
        }
    }

    private static void neverConnected(URI broken, int attempts, String expected) throws InterruptedException {
        try (Stage stage = new Stage(SendingSettings.builder())) {
            TelnyxProvider good = stage.made(TelnyxProvider.builder());
            stage.provider.use(stage.made(TelnyxProvider.builder().connectTimeout(CONNECT), broken));
            stage.hand(MESSAGES);
            while (stage.provider.outcomes().size() < attempts) {
                int before = stage.provider.outcomes().size();
                stage.after(untilOpen(stage));
                assertThat(stage.provider.outcomes())
                        .as("the lane closes behind the first that fails")
                        .hasSize(before + 1);
            }
            assertThat(stage.outcomes(SendOutcome.NotSent.class))
                    .hasSize(attempts)
                    .allSatisfy(
                            notSent -> assertThat(notSent.failure().detail()).isEqualTo("no connection: " + expected));
            assertThat(stage.waiting()).as("waiting").isEqualTo(MESSAGES);
            assertThat(stage.telnyx.journal()).isEmpty();

            stage.provider.use(good);
            stage.after(untilOpen(stage));

            stage.assertAllTaken();
            stage.assertPostedOnce(MESSAGES);
        }
    }

    private static Duration untilOpen(Stage stage) {
        return stage.messenger.operator().lanes().stream()
                .map(LaneState::closedUntil)
                .map(until -> Duration.between(stage.clock.instant(), Objects.requireNonNull(until)))
                .findAny()
                .orElse(Duration.ZERO);
    }

    /** Accepts no connection, and has no more room for any: the system drops whoever knocks. */
    private static final class FullPort implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<Socket> waiting = new ArrayList<>();

        FullPort() throws IOException {
            boolean room = true;
            while (room) {
                assertThat(waiting).as("connections without an end").hasSizeLessThan(50);
                Socket next = new Socket();
                waiting.add(next);
                try {
                    next.connect(server.getLocalSocketAddress(), 300);
                } catch (SocketTimeoutException full) {
                    room = false;
                }
            }
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            for (Socket each : waiting) {
                each.close();
            }
            server.close();
        }
    }
}
