package io.smsmessenger.spring.rest;

import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a message.
 *
 * @param data in the order it was written down
 */
record HistoryView(List<Line> data) {
    static HistoryView of(List<MessageEvent> events) {
        return new HistoryView(events.stream().map(Line::of).toList());
    }

    /**
     * One thing that happened.
     *
     * @param status what it said
     * @param source who said it
     * @param applied whether it moved the message
     * @param occurredAt when it happened, by the source's clock
     * @param recordedAt when it was written down
     * @param failure the reason it gave
     */
    record Line(
            MessageStatus status,
            MessageEvent.Source source,
            boolean applied,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable FailureView failure) {
        static Line of(MessageEvent event) {
            return new Line(
                    event.status(),
                    event.source(),
                    event.applied(),
                    event.occurredAt(),
                    event.recordedAt(),
                    FailureView.of(event.failure()));
        }
    }
}
