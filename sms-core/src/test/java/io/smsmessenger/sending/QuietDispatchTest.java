package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.store.NewOutbound.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("F-C6 Quiet hours that begin before a text's turn has come")
class QuietDispatchTest {
    private final Depot depot = new Depot();

    @Test
    @DisplayName("hold bulk until the recipient's morning, and let a reply go")
    void bulk() {
        MessageId reply = depot.add(depot.line, Priority.ONE_TO_ONE, Duration.ofHours(24));
        MessageId bulk = depot.add(depot.line, Priority.BULK, Duration.ofHours(24));
        SmsDispatcher dispatcher = depot.dispatcher(quiet(false));
        depot.clock.set(Instant.parse("2026-03-01T21:30:00Z"));
        dispatcher.runOnce();
        assertThat(depot.carrier.asked()).containsExactly(reply);
        assertThat(depot.status(bulk)).isEqualTo(MessageStatus.QUEUED);
        assertThat(depot.store.outbox().nextDue()).contains(Instant.parse("2026-03-02T08:00:00Z"));

        depot.clock.set(Instant.parse("2026-03-02T07:59:59Z"));
        dispatcher.runOnce();
        assertThat(depot.carrier.asked()).hasSize(1);
        depot.clock.advance(Duration.ofSeconds(1));
        dispatcher.runOnce();
        assertThat(depot.carrier.asked()).containsExactly(reply, bulk);
    }

    @Test
    @DisplayName("hold single texts, too, where that is set; one whose time is up before the morning expires")
    void oneToOne() {
        MessageId code = depot.add(depot.line, Priority.ONE_TO_ONE, Duration.ofHours(12));
        MessageId text = depot.add(depot.line, Priority.ONE_TO_ONE, Duration.ofHours(24));
        SmsDispatcher dispatcher = depot.dispatcher(quiet(true));
        depot.clock.set(Instant.parse("2026-03-01T21:30:00Z"));
        dispatcher.runOnce();
        assertThat(depot.carrier.asked()).isEmpty();
        depot.clock.set(Instant.parse("2026-03-02T08:00:00Z"));
        dispatcher.runOnce();
        assertThat(depot.carrier.asked()).containsExactly(text);
        assertThat(depot.status(code)).isEqualTo(MessageStatus.EXPIRED);
    }

    private static SendingSettings quiet(boolean oneToOne) {
        return SendingSettings.builder()
                .quietHours(new QuietHours(
                        LocalTime.of(21, 0),
                        LocalTime.of(8, 0),
                        QuietHours.Mode.DEFER,
                        oneToOne,
                        Set.of(ZoneId.of("UTC"))))
                .build();
    }
}
