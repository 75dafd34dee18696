package io.smsmessenger.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Senders that fall silent in the middle of a body, many more of them than the container has threads. */
class SlowSendersTest {
    static final List<WebContainer.Starter> CONTAINERS = List.of(JettyContainer::start, TomcatContainer::start);

    @ParameterizedTest
    @FieldSource("CONTAINERS")
    void holdUpNobodyElse(WebContainer.Starter starter) throws Exception {
        try (Webhooks webhooks = new Webhooks(starter, true, Duration.ofSeconds(30))) {
            List<Wire> silent = fallSilent(webhooks, 5 * WebContainer.THREADS);
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertThat(webhooks.post(webhooks.signed(Webhooks.BODY), Webhooks.BODY)
                                .status())
                        .isEqualTo(200);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            for (Wire wire : silent) {
                wire.close();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CONTAINERS")
    void areAnsweredAndHungUpOn(WebContainer.Starter starter) throws Exception {
        try (Webhooks webhooks = new Webhooks(starter, true, Duration.ofMillis(300))) {
            List<Wire> silent = fallSilent(webhooks, 3);
            for (Wire wire : silent) {
                assertThat(wire.lastAnswer().status()).isEqualTo(408);
                wire.close();
            }
            assertThat(webhooks.store.bodies()).isEmpty();
        }
    }

    /** The time limit is for the sender; a slow database is given the time that it needs. */
    @ParameterizedTest
    @FieldSource("CONTAINERS")
    void areNotMixedUpWithASlowStore(WebContainer.Starter starter) throws Exception {
        try (Webhooks webhooks = new Webhooks(starter, true, Duration.ofMillis(300))) {
            CountDownLatch stored = webhooks.store.hold();
            List<String> headers = new ArrayList<>(webhooks.signed(Webhooks.BODY));
            headers.add("Content-Length: " + Webhooks.BODY.length);
            try (Wire honest = webhooks.connect()) {
                honest.head("POST " + WebContainer.PATH, headers).bytes(Webhooks.BODY);
                Wire silent = fallSilent(webhooks, 1).get(0);
                assertThat(silent.answer().status()).isEqualTo(408);
                silent.close();
                stored.countDown();
                assertThat(honest.answer().status()).isEqualTo(200);
            }
        }
    }

    private static List<Wire> fallSilent(Webhooks webhooks, int count) throws Exception {
        List<String> headers = Stream.concat(
                        webhooks.signed(Webhooks.BODY).stream(), Stream.of("Content-Length: " + Webhooks.BODY.length))
                .toList();
        List<Wire> silent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            silent.add(webhooks.connect()
                    .head("POST " + WebContainer.PATH, headers)
                    .bytes(new byte[] {'{'}));
        }
        return silent;
    }
}
