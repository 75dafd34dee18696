package io.smsmessenger.spring;

import io.smsmessenger.SmsListener;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.SmsEvent;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the host's {@code @EventListener} methods what happened. */
final class SpringEvents implements SmsListener {
    private final ApplicationEventPublisher publisher;

    SpringEvents(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void on(SmsEvent event, UserMessenger owner) {
        publisher.publishEvent(event);
    }
}
