package io.smsmessenger.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.contract.MessageRecordsContract;
import io.smsmessenger.examples.simulator.TelnyxSimulator;
import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.examples.simulator.carrier.Timings;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.provider.MessageRecords;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SendOutcome;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class TelnyxRecordsContractTest extends MessageRecordsContract {
    /** Nothing listens there: the simulator gives up on its events at once. */
    private static final String HOOK = "http://127.0.0.1:1/hook?tenant=7";

    private final Clock clock = Clock.fixed(Fixtures.NOW, ZoneOffset.UTC);
    private final TelnyxSimulator simulator = TelnyxSimulator.builder()
            .clock(clock)
            .timings(Timings.fast().withBackOff(Duration.ZERO).withStep(Duration.ZERO))
            .start();
    private final String profile = simulator.addProfile("Demo", null);
    private final TelnyxProvider telnyx = TelnyxProvider.builder()
            .apiKey(simulator.apiKey())
            .publicKey(simulator.publicKey())
            .clock(clock)
            .baseUrl(URI.create(simulator.baseUrl()))
            .build();

    TelnyxRecordsContractTest() {
        simulator.addNumber(FROM.value(), profile);
    }

    @AfterEach
    void stop() {
        telnyx.close();
        simulator.close();
    }

    @Override
    protected MessageRecords records() {
        return telnyx;
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected ProviderMessageId take(PhoneNumber to, @Nullable String reference) {
        SendOutcome outcome = telnyx.send(new OutboundSms(
                new MessageId(1),
                FROM,
                to,
                Content.text("Hello"),
                profile,
                String.valueOf(reference),
                URI.create(reference == null ? HOOK : HOOK + "&ref=" + reference)));
        assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
        try {
            assertThat(simulator.awaitIdle(Duration.ofSeconds(5))).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return ((SendOutcome.Accepted) outcome).id();
    }

    @Override
    protected int pageSize() {
        return 50;
    }

    @Override
    protected void failAfter(int requests) {
        for (int i = 0; i < requests; i++) {
            simulator.network().nextReadFails(SendFault.hang(Duration.ZERO));
        }
        simulator.network().nextReadFails(SendFault.refuse(503, null));
    }
}
