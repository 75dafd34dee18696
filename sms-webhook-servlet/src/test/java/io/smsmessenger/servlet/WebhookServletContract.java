package io.smsmessenger.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.servlet.Wire.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the servlet answers, in whatever container, with threads or without. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WebhookServletContract {
    private final WebContainer.Starter starter;
    private final boolean asyncSupported;
    private Webhooks webhooks;

    WebhookServletContract(WebContainer.Starter starter, boolean asyncSupported) {
        this.starter = starter;
        this.asyncSupported = asyncSupported;
    }

    @BeforeAll
    void start() throws Exception {
        webhooks = new Webhooks(starter, asyncSupported, Duration.ofMillis(500));
    }

    @AfterAll
    void stop() throws Exception {
        webhooks.close();
    }

    @BeforeEach
    void empty() {
        webhooks.store.comeBack();
        webhooks.store.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/sms", "/dlr", "/dlr?ref=abc"})
    void keepsWhatIsSignedByteForByte(String path) throws Exception {
        Answer answer = webhooks.post(path, webhooks.signed(Webhooks.BODY), Webhooks.BODY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(webhooks.store.bodies()).containsExactly(Webhooks.BODY);
    }

    @Test
    void bytesThatAreNoTextSurvive() throws Exception {
        byte[] body = Arrays.copyOf(Webhooks.BODY, Webhooks.BODY.length + 6);
        int end = Webhooks.BODY.length;
        System.arraycopy(new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF, 0, '\r', '\n'}, 0, body, end, 6);

        assertThat(webhooks.post(webhooks.signed(body), body).status()).isEqualTo(200);
        assertThat(webhooks.store.bodies()).containsExactly(body);
    }

    @Test
    void oneChangedByteAnywhereInTheBodyIsRefused() throws Exception {
        List<String> headers = webhooks.signed(Webhooks.BODY);
        for (int i = 0; i < Webhooks.BODY.length; i++) {
            byte[] forged = Webhooks.BODY.clone();
            forged[i] ^= 1;
            assertRefused(webhooks.post(headers, forged));
        }
    }

    @Test
    void oneChangedCharacterOfTheSignatureIsRefused() throws Exception {
        String timestamp = String.valueOf(Webhooks.NOW.getEpochSecond());
        String signature = webhooks.signing.signature(timestamp, Webhooks.BODY);
        for (int i = 0; i < signature.length(); i++) {
            StringBuilder forged = new StringBuilder(signature);
            forged.setCharAt(i, signature.charAt(i) == 'A' ? 'B' : 'A');
            assertRefused(webhooks.post(Webhooks.headers(forged.toString(), timestamp), Webhooks.BODY));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1, 300, -300})
    void aTimestampOtherThanTheSignedOneIsRefused(long seconds) throws Exception {
        String signature = webhooks.signing.signature(String.valueOf(Webhooks.NOW.getEpochSecond()), Webhooks.BODY);
        String other = String.valueOf(Webhooks.NOW.getEpochSecond() + seconds);

        assertRefused(webhooks.post(Webhooks.headers(signature, other), Webhooks.BODY));
    }

    @ParameterizedTest
    @CsvSource({"-301,401", "-299,200", "299,200", "301,401"})
    void whatWasSignedTooLongAgoOrInTheFutureIsRefused(long seconds, int status) throws Exception {
        List<String> headers = webhooks.signed(Webhooks.BODY, Webhooks.NOW.plusSeconds(seconds));

        assertThat(webhooks.post(headers, Webhooks.BODY).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aMissingOrDoubledHeaderIsRefused(int which) throws Exception {
        List<String> missing = new ArrayList<>(webhooks.signed(Webhooks.BODY));
        List<String> doubled = new ArrayList<>(missing);
        doubled.add(missing.remove(which));

        assertRefused(webhooks.post(missing, Webhooks.BODY));
        assertRefused(webhooks.post(doubled, Webhooks.BODY));
    }

    @Test
    void whatCannotBeStoredIsAskedForAgain() throws Exception {
        webhooks.store.goDown();
        Answer answer = webhooks.post(webhooks.signed(Webhooks.BODY), Webhooks.BODY);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other", "/sms/", "/sms/x", "/SMS", "/%2e%2e"})
    void otherPathsAreNotThere(String path) throws Exception {
        assertThat(webhooks.post(path, webhooks.signed(Webhooks.BODY), Webhooks.BODY)
                        .status())
                .isIn(400, 404);
        assertThat(webhooks.store.bodies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void onlyPostIsTaken(String method) throws Exception {
        try (Wire wire = webhooks.connect()) {
            Answer answer =
                    wire.head(method + " " + WebContainer.PATH, List.of()).answer();

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("Allow")).isEqualTo("POST");
            assertThat(answer.header("Content-Type")).startsWith("text/plain");
            assertThat(answer.body()).contains("Webhook is here; Telnyx must POST");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain",
                "Content-Type: application/jsonx",
                "Content-Type: application/x-www-form-urlencoded",
                "X-None: none"
            })
    void onlyJsonIsTaken(String type) throws Exception {
        List<String> headers = new ArrayList<>(webhooks.signed(Webhooks.BODY));
        headers.set(0, type);

        assertThat(webhooks.post(headers, Webhooks.BODY).status()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({"gzip,415", "br,415", "'identity, gzip',415", "identity,200", "Identity,200"})
    void nothingCompressedIsTaken(String encoding, int status) throws Exception {
        List<String> headers = new ArrayList<>(webhooks.signed(Webhooks.BODY));
        headers.add("Content-Encoding: " + encoding);

        assertThat(webhooks.post(headers, Webhooks.BODY).status()).isEqualTo(status);
    }

    @Test
    void aBodyUpToTheLimitIsTaken() throws Exception {
        byte[] body = filled(Webhooks.LIMIT);

        assertThat(webhooks.post(webhooks.signed(body), body).status()).isEqualTo(200);
        assertThat(webhooks.store.bodies()).containsExactly(body);
    }

    @Test
    void aLengthBeyondTheLimitIsRefusedBeforeTheBodyComes() throws Exception {
        List<String> headers = new ArrayList<>(webhooks.signed(Webhooks.BODY));
        headers.add("Content-Length: " + (Webhooks.LIMIT + 1));
        try (Wire wire = webhooks.connect()) {
            assertThat(wire.head("POST " + WebContainer.PATH, headers).answer().status())
                    .isEqualTo(413);
        }
    }

    @Test
    void chunksAreTakenUpToTheLimitAndRefusedBeyondIt() throws Exception {
        byte[] half = filled(Webhooks.LIMIT / 2);
        byte[] body = filled(half.length * 2);
        List<String> headers = new ArrayList<>(webhooks.signed(body));
        headers.add("Transfer-Encoding: chunked");
        try (Wire wire = webhooks.connect()) {
            wire.head("POST " + WebContainer.PATH, headers).chunk(half).chunk(half);
            assertThat(wire.bytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                            .answer()
                            .status())
                    .isEqualTo(200);
        }
        try (Wire wire = webhooks.connect()) {
            wire.head("POST " + WebContainer.PATH, headers).chunk(half).chunk(half);
            // The last chunk never comes: the answer must not wait for it.
            assertThat(wire.chunk(new byte[] {'x'}).answer().status()).isEqualTo(413);
        }
    }

    @Test
    void aSenderOfSingleBytesIsCutOff() throws Exception {
        List<String> headers = new ArrayList<>(webhooks.signed(Webhooks.BODY));
        headers.add("Content-Length: " + Webhooks.LIMIT);
        try (Wire wire = webhooks.connect()) {
            long start = System.nanoTime();
            Answer answer = wire.head("POST " + WebContainer.PATH, headers).dripUntilAnswered(20);

            assertThat(answer.status()).isEqualTo(408);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aSenderThatHangsUpLeavesNothingBehind() throws Exception {
        List<String> headers = new ArrayList<>(webhooks.signed(Webhooks.BODY));
        headers.add("Content-Length: " + Webhooks.BODY.length);
        for (int i = 0; i < 2 * WebContainer.THREADS; i++) {
            try (Wire wire = webhooks.connect()) {
                wire.head("POST " + WebContainer.PATH, headers).bytes(Arrays.copyOf(Webhooks.BODY, 10));
            }
        }

        assertThat(webhooks.post(webhooks.signed(Webhooks.BODY), Webhooks.BODY).status())
                .isEqualTo(200);
        assertThat(webhooks.store.bodies()).containsExactly(Webhooks.BODY);
    }

    private void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(webhooks.store.bodies()).isEmpty();
    }

    private static byte[] filled(int length) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) ' ');
        return body;
    }
}
