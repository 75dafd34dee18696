package io.smsmessenger;

import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.text.Redacted;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners, and keeps their failures from each other and from us. */
final class Listeners implements Consumer<SmsEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<SmsListener> all;
    private final Function<SmsEvent, UserMessenger> owner;

    Listeners(List<SmsListener> all, Function<SmsEvent, UserMessenger> owner) {
        this.all = List.copyOf(all);
        this.owner = owner;
    }

    @Override
    public void accept(SmsEvent event) {
        for (SmsListener each : all) {
            try {
                each.on(event, owner.apply(event));
            } catch (RuntimeException | Error failure) {
                LOG.warn("a listener failed: {}", failure.getClass().getName());
                LOG.debug("a listener failed", Redacted.of(failure));
            }
        }
    }
}
