package io.smsmessenger.receiving;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.provider.WebhookRefusedException;
import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.store.SmsStore;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one provider account's webhooks. Whoever holds it can bring events in, and can read nobody's messages. Safe for
 * use by many threads.
 */
public final class WebhookReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiver.class);

    private final AccountId account;
    private final SmsProvider provider;
    private final Intake intake;

    public WebhookReceiver(
            AccountId account,
            SmsProvider provider,
            SmsStore store,
            ReceivingSettings settings,
            Clock clock,
            Consumer<SmsEvent> events) {
        this.account = account;
        this.provider = provider;
        this.intake = new Intake(store, settings, clock, events);
    }

    /**
     * Verifies, reads and stores a webhook, in its own transactions. Never throws: what could not be stored is to be
     * sent again by the carrier, and what was stored before changes nothing.
     */
    public WebhookAnswer receive(WebhookRequest request) {
        List<ProviderEvent> events;
        try {
            events = provider.open(request);
        } catch (WebhookRefusedException refused) {
            LOG.warn("a webhook was refused: {}", refused.reason());
            return WebhookAnswer.REFUSED;
        }
        try {
            for (ProviderEvent event : events) {
                intake.take(account, event, request.body());
            }
            return WebhookAnswer.STORED;
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "a webhook could not be stored and will be sent again: {}",
                    unavailable.getClass().getName());
            LOG.debug("a webhook could not be stored", unavailable);
            return WebhookAnswer.TRY_AGAIN;
        }
    }
}
