package io.smsmessenger.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.Receiver.Hook;
import io.smsmessenger.examples.simulator.carrier.Timings;
import io.smsmessenger.examples.simulator.carrier.WebhookFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final Timings TIMINGS = Timings.fast().withAnswerLimit(Duration.ofMillis(300));

    private static TelnyxSimulator start(String url, String failover) {
        TelnyxSimulator telnyx =
                TelnyxSimulator.builder().timings(TIMINGS).seed(7).start();
        telnyx.addNumber(Client.OURS, telnyx.addProfile("Demo", url, failover));
        return telnyx;
    }

    private static void text(TelnyxSimulator telnyx) throws InterruptedException {
        telnyx.handset(Client.MARIA).text(Client.OURS, "Hello");
        assertThat(telnyx.awaitIdle(SOON)).isTrue();
    }

    @Test
    void triesAgainUntilSomebodyTakesIt() throws Exception {
        try (Receiver receiver = new Receiver(n -> n < 3 ? 503 : 204);
                TelnyxSimulator telnyx = start(receiver.url("/"), null)) {
            text(telnyx);
            assertThat(receiver.hooks()).extracting(Hook::attempt).containsExactly(1, 2, 3);
            assertThat(receiver.hooks())
                    .extracting(Hook::id)
                    .containsOnly(receiver.hooks().get(0).id());
            assertThat(receiver.hooks()).allMatch(hook -> hook.signedWith(telnyx.publicKey()));
            assertThat(receiver.hooks()).extracting(Hook::signature).doesNotHaveDuplicates();
        }
    }

    @Test
    void goesOverToTheFailoverUrlAndThenGivesUp() throws Exception {
        try (Receiver first = new Receiver(n -> 401);
                Receiver second = new Receiver(n -> 302);
                TelnyxSimulator telnyx = start(first.url("/"), second.url("/"))) {
            text(telnyx);
            assertThat(first.hooks()).extracting(Hook::attempt).containsExactly(1, 2, 3);
            assertThat(second.hooks()).extracting(Hook::attempt).containsExactly(4, 5, 6);
            var failed = new Client(telnyx).get("/v2/webhook_deliveries?filter%5Bstatus%5D%5Beq%5D=failed");
            assertThat(failed.json().path("data")).hasSize(1);
            assertThat(failed.json().path("data").path(0).path("attempts")).hasSize(6);
            assertThat(failed.json()
                            .path("data")
                            .path(0)
                            .path("webhook")
                            .path("payload")
                            .path("text")
                            .asString())
                    .isEqualTo("Hello");
        }
    }

    @Test
    void waitsNoLongerThanTheAnswerLimit() throws Exception {
        try (Receiver receiver = new Receiver(n -> n == 1 ? 0 : 200);
                TelnyxSimulator telnyx = start(receiver.url("/"), null)) {
            text(telnyx);
            assertThat(receiver.hooks()).extracting(Hook::attempt).containsExactly(1, 2);
        }
    }

    @Test
    void canSignBadlyAndLate() throws Exception {
        try (Receiver receiver = new Receiver(n -> n < 3 ? 401 : 200);
                TelnyxSimulator telnyx = start(receiver.url("/"), null)) {
            telnyx.network().nextWebhook(WebhookFault.BAD_SIGNATURE, WebhookFault.OLD_TIMESTAMP);
            text(telnyx);
            List<Hook> hooks = receiver.hooks();
            assertThat(hooks)
                    .extracting(hook -> hook.signedWith(telnyx.publicKey()))
                    .containsExactly(false, true, true);
            long now = Instant.now().getEpochSecond();
            assertThat(now - Long.parseLong(hooks.get(1).timestamp())).isGreaterThan(500);
            assertThat(now - Long.parseLong(hooks.get(2).timestamp())).isLessThan(60);
        }
    }

    @Test
    void losesDuplicatesAndShufflesReceiptsAsTold() throws Exception {
        try (Receiver receiver = new Receiver();
                TelnyxSimulator telnyx = start(receiver.url("/"), null)) {
            Client client = new Client(telnyx);
            telnyx.network().loseReceipts(100);
            client.send(Client.MARIA, "nobody hears of this");
            telnyx.awaitIdle(SOON);
            assertThat(receiver.hooks()).isEmpty();
            assertThat(telnyx.messages().get(0).status()).isEqualTo("delivered");

            telnyx.network().loseReceipts(0).duplicate(100);
            client.send(Client.MARIA, "twice");
            telnyx.awaitIdle(SOON);
            assertThat(receiver.hooks()).hasSize(4);
            assertThat(receiver.hooks().stream().map(Hook::id).distinct()).hasSize(2);

            telnyx.network().clear().shuffle(true);
            receiver.hooks().clear();
            for (int i = 0; i < 12; i++) {
                client.send(Client.MARIA, "shuffled " + i);
            }
            telnyx.awaitIdle(SOON);
            assertThat(receiver.hooks()).hasSize(24);
            List<String> ids = receiver.hooks("message.sent").stream()
                    .map(hook -> hook.payload().path("id").asString())
                    .toList();
            long swapped = ids.stream()
                    .filter(id -> position(receiver, id, "message.finalized") < position(receiver, id, "message.sent"))
                    .count();
            assertThat(swapped).isBetween(1L, 11L);
        }
    }

    private static int position(Receiver receiver, String messageId, String type) {
        List<Hook> hooks = receiver.hooks();
        return IntStream.range(0, hooks.size())
                .filter(i -> hooks.get(i).type().equals(type)
                        && hooks.get(i).payload().path("id").asString().equals(messageId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void closingEndsAllThreadsAtOnce() throws Exception {
        try (Receiver receiver = new Receiver(n -> 0)) {
            TelnyxSimulator telnyx = TelnyxSimulator.builder()
                    .timings(Timings.fast().withAnswerLimit(Duration.ofSeconds(30)))
                    .start();
            telnyx.addNumber(Client.OURS, telnyx.addProfile("Demo", receiver.url("/")));
            telnyx.handset(Client.MARIA).text(Client.OURS, "never answered");
            Until.holds(() -> receiver.hooks().size() == 1);
            telnyx.close();
            Until.holds(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith("telnyx-simulator")));
        }
    }
}
