package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.SmsEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Looks and webhooks tell of the same messages at the same time. */
@DisplayName("Looks and webhooks at once")
class UnknownRaceTest {
    private static final int MESSAGES = 400;

    private final UnknownFlow flow = new UnknownFlow();

    @Test
    @DisplayName("end with what proves most, told once, and nothing is sent again")
    void found() throws Exception {
        List<Message> messages = lose(Draft.to(UnknownFlow.MARIA, "Hello"));
        for (int n = 1; n <= MESSAGES; n++) {
            flow.records.record(flow.reference(n), MessageStatus.SENT, flow.clock.instant());
        }
        race();
        assertThat(messages).extracting(flow::status).containsOnly(MessageStatus.DELIVERED);
        assertThat(flow.heard)
                .filteredOn(event -> event instanceof SmsEvent.MessageStatusChanged changed
                        && changed.message().status() == MessageStatus.DELIVERED)
                .hasSize(MESSAGES);
        flow.pass(Duration.ofHours(1));
        assertThat(flow.sent()).isEqualTo(MESSAGES);
    }

    @Test
    @DisplayName("never send again what a webhook proved before the look was concluded")
    void atLeastOnce() throws Exception {
        List<Message> messages = lose(Draft.to(UnknownFlow.MARIA, "Your code").atLeastOnce());
        flow.clock.advance(Duration.ofMinutes(2));
        race();
        flow.pass(Duration.ofHours(1));
        int again = flow.sent() - MESSAGES;
        assertThat(again).isBetween(0, MESSAGES);
        // Those that were sent again carry the second copy's id, to which the receipt of the first one does not belong.
        assertThat(messages).extracting(flow::status).isSubsetOf(MessageStatus.DELIVERED, MessageStatus.ACCEPTED);
        assertThat(messages)
                .filteredOn(message -> flow.status(message) == MessageStatus.ACCEPTED)
                .hasSizeLessThanOrEqualTo(again);
    }

    private List<Message> lose(Draft draft) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            flow.records.carrier().answers(UnknownFlow.NOBODY_KNOWS);
            messages.add(flow.ann.send(draft.clientKey("key-" + i)));
        }
        flow.dispatch();
        assertThat(messages).extracting(flow::status).containsOnly(MessageStatus.UNKNOWN);
        return messages;
    }

    /** One thread looks and sends, another brings the webhooks. */
    private void race() throws Exception {
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> looks = threads.submit(() -> {
                meet(ready);
                flow.dispatch();
            });
            Future<?> webhooks = threads.submit(() -> {
                meet(ready);
                for (int n = MESSAGES; n >= 1; n--) {
                    String reference = flow.reference(n);
                    flow.tell("recorded-" + reference, reference, MessageStatus.DELIVERED);
                }
            });
            looks.get();
            webhooks.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void meet(CountDownLatch ready) {
        ready.countDown();
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
