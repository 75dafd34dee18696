package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.store.Inspection;
import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("Before anything is sent")
class GuardTest {
    private static final Inspection UNFIT = new Inspection(
            List.of("sms_message has no unique key (owner, client_key)", "sms_event has no unique key (event_id)"),
            List.of());

    private final Depot depot = new Depot();
    private final SmsDispatcher dispatcher = depot.dispatcher(
            SendingSettings.builder().pollInterval(Duration.ofMillis(10)).build());
    private final Logger logger = (Logger) LoggerFactory.getLogger(SmsDispatcher.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        dispatcher.close();
    }

    @Test
    @DisplayName("F-S8 a store without its unique keys is refused, each of them named, and nothing is claimed")
    void unfit() {
        depot.faults.inspection(UNFIT);
        depot.text(depot.line);
        assertThatThrownBy(dispatcher::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("(owner, client_key)")
                .hasMessageContaining("(event_id)")
                .hasMessageContaining("migrations");
        assertThatThrownBy(dispatcher::runOnce)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("(owner, client_key)");
        assertThat(depot.faults.calls("claim") + depot.faults.calls("recover")).isZero();

        depot.faults.inspection(Inspection.sound());
        assertThat(dispatcher.runOnce()).isEqualTo(1);
        dispatcher.start();
        assertThat(depot.faults.calls("inspect")).isEqualTo(4);
    }

    @Test
    @DisplayName("F-D9 a database that is away at the start is asked until it answers, and then it goes on")
    void away() {
        depot.faults.away(true);
        MessageId text = depot.text(depot.line);
        dispatcher.start();
        Eventually.holds("it was said", () -> said(Level.WARN, "cannot be asked") > 0);
        depot.faults.away(false);
        Eventually.holds("it is sent", () -> depot.status(text) == MessageStatus.ACCEPTED);
    }

    @Test
    @DisplayName("F-S8 a database that comes back unfit is not sent from, and that is said once a minute")
    void backUnfit() {
        depot.faults.away(true);
        depot.text(depot.line);
        dispatcher.start();
        depot.faults.inspection(UNFIT);
        depot.faults.away(false);
        depot.clock.advance(Duration.ofSeconds(61));
        Eventually.holds("it was said", () -> said(Level.ERROR, "(owner, client_key)") == 1);
        int asked = depot.faults.calls("inspect");
        Eventually.holds("it asks again", () -> depot.faults.calls("inspect") > asked + 5);
        assertThat(said(Level.ERROR, "(owner, client_key)")).isEqualTo(1);
        depot.clock.advance(Duration.ofSeconds(61));
        Eventually.holds("it was said again", () -> said(Level.ERROR, "(owner, client_key)") == 2);
        assertThat(depot.faults.calls("claim")).isZero();
    }

    @Test
    @DisplayName("F-P18 what weakens a promise is said once, and hinders nothing")
    void weak() {
        depot.faults.inspection(new Inspection(List.of(), List.of("synchronous_commit is off")));
        MessageId text = depot.text(depot.line);
        dispatcher.start();
        Eventually.holds("it is sent", () -> depot.status(text) == MessageStatus.ACCEPTED);
        dispatcher.close();
        dispatcher.start();
        assertThat(said(Level.WARN, "synchronous_commit is off")).isEqualTo(1);
    }

    private long said(Level level, String words) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel() == level)
                .filter(event -> event.getFormattedMessage().contains(words))
                .count();
    }
}
