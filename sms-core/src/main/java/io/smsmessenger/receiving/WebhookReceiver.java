package io.smsmessenger.receiving;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.provider.WebhookRefusedException;
import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.text.Redacted;
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
        boolean stored = true;
        for (ProviderEvent event : events) {
            stored &= take(event, request.body());
        }
        return stored ? WebhookAnswer.STORED : WebhookAnswer.TRY_AGAIN;
    }

    /**
     * Stores one event. One that cannot be stored is sent again by the carrier a few times; in case it never can be, it
     * is kept for the operator as well, until a later try succeeds.
     */
    private boolean take(ProviderEvent event, byte[] raw) {
        try {
            intake.take(account, event, raw);
            return true;
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "a webhook could not be stored and will be sent again: {}",
                    unavailable.getClass().getName());
            LOG.debug("a webhook could not be stored", Redacted.of(unavailable));
            intake.keepUnstorable(account, event, raw);
            return false;
        }
    }
}
