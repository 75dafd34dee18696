package io.smsmessenger.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.Client.Answer;
import io.smsmessenger.examples.simulator.Receiver.Hook;
import io.smsmessenger.examples.simulator.carrier.Timings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MagicNumbersTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private Receiver receiver;
    private TelnyxSimulator telnyx;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver();
        telnyx = TelnyxSimulator.builder()
                .timings(Timings.fast().withHang(Duration.ofMillis(400)).withLateReceipt(Duration.ofMillis(400)))
                .start();
        telnyx.addNumber(Client.OURS, telnyx.addProfile("Demo", receiver.url("/")));
        client = new Client(telnyx);
    }

    @AfterEach
    void stop() {
        telnyx.close();
        receiver.close();
    }

    private Answer send(int last) throws Exception {
        Answer answer = client.send("+1202555019" + last, "Hi");
        assertThat(telnyx.awaitIdle(SOON)).isTrue();
        return answer;
    }

    private String finalStatus() {
        List<Hook> hooks = receiver.hooks("message.finalized");
        return hooks.get(hooks.size() - 1)
                .payload()
                .path("to")
                .path(0)
                .path("status")
                .asString();
    }

    private String finalCode() {
        List<Hook> hooks = receiver.hooks("message.finalized");
        return hooks.get(hooks.size() - 1)
                .payload()
                .path("errors")
                .path(0)
                .path("code")
                .asString("");
    }

    @Test
    void failures() throws Exception {
        send(0);
        assertThat(finalStatus()).isEqualTo("delivery_failed");
        assertThat(finalCode()).isEqualTo("40001");
        assertThat(telnyx.handset("+12025550190").messages()).isEmpty();
        send(1);
        assertThat(finalCode()).isEqualTo("40002");
        send(2);
        assertThat(finalStatus()).isEqualTo("delivery_unconfirmed");
        assertThat(finalCode()).isEmpty();
    }

    @Test
    void lateAndNever() throws Exception {
        send(3);
        assertThat(receiver.hooks()).extracting(Hook::type).containsExactly("message.sent");
        Until.holds(() -> receiver.hooks().size() == 2);
        receiver.hooks().clear();
        send(9);
        assertThat(receiver.hooks()).isEmpty();
        assertThat(telnyx.handset("+12025550199").messages()).hasSize(1);
    }

    @Test
    void jumbled() throws Exception {
        send(4);
        assertThat(receiver.hooks()).hasSize(4);
        assertThat(receiver.hooks().get(0).type()).isEqualTo("message.finalized");
        assertThat(receiver.hooks("message.sent")).hasSize(2);
    }

    @Test
    void brokenAndBusyOnce() throws Exception {
        assertThat(send(5).status()).isEqualTo(500);
        assertThat(send(5).status()).isEqualTo(200);
        Answer busy = send(6);
        assertThat(busy.status()).isEqualTo(429);
        assertThat(busy.code()).isEqualTo("10011");
        assertThat(busy.http().headers().firstValue("retry-after")).isPresent();
        assertThat(send(6).status()).isEqualTo(200);
        assertThat(telnyx.messages()).hasSize(2);
    }

    @Test
    void hangsAfterAccepting() throws Exception {
        long start = System.nanoTime();
        assertThat(send(7).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(390));
        assertThat(receiver.hooks()).hasSize(2);
    }

    @Test
    void echoes() throws Exception {
        send(8);
        assertThat(receiver.hooks("message.received"))
                .singleElement()
                .satisfies(hook ->
                        assertThat(hook.payload().path("text").asString()).isEqualTo("Auto: Hi"));
    }
}
