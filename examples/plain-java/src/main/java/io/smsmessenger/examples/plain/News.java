package io.smsmessenger.examples.plain;

import io.smsmessenger.SmsListener;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.SmsEvent;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Hears what happens, and lets a story wait for it. Listeners are called on the library's threads, so it only hands over. */
final class News implements SmsListener {
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<SmsEvent> events = new LinkedBlockingQueue<>();

    @Override
    public void on(SmsEvent event, UserMessenger owner) {
        events.add(event);
    }

    /** Waits until a text came in. */
    Message received() throws InterruptedException {
        return ((SmsEvent.MessageReceived) next(SmsEvent.MessageReceived.class::isInstance)).message();
    }

    /** Waits until a text of ours stands there. */
    Message becomes(MessageStatus status, MessageId id) throws InterruptedException {
        SmsEvent event = next(each -> each instanceof SmsEvent.MessageStatusChanged changed
                && changed.message().id().equals(id)
                && changed.message().status() == status);
        return ((SmsEvent.MessageStatusChanged) event).message();
    }

    private SmsEvent next(Predicate<SmsEvent> wanted) throws InterruptedException {
        while (true) {
            SmsEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new IllegalStateException("nothing happened for " + PATIENCE_SECONDS + " seconds");
            }
            if (wanted.test(event)) {
                return event;
            }
        }
    }
}
