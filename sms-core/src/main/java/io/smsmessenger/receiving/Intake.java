package io.smsmessenger.receiving;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.store.Advanced;
import io.smsmessenger.store.InboxStore.ConsentEffect;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.Received;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.text.Redacted;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one verified event into the store, and tells what came of it. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final SmsStore store;
    private final Consents consents;
    private final Clock clock;
    private final Consumer<SmsEvent> events;

    Intake(SmsStore store, ReceivingSettings settings, Clock clock, Consumer<SmsEvent> events) {
        this.store = store;
        this.consents = new Consents(settings.keywordScope());
        this.clock = clock;
        this.events = events;
    }

    void take(AccountId account, ProviderEvent event, byte[] raw) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (event instanceof ProviderEvent.InboundText text) {
            takeText(account, text, raw, now);
        } else if (event instanceof ProviderEvent.Receipt receipt) {
            takeReceipt(account, receipt, raw, now);
        } else {
            Disposition disposition =
                    event instanceof ProviderEvent.Unreadable ? Disposition.DEAD : Disposition.IGNORED;
            store.inbox().keep(account, event, disposition, raw, now);
        }
    }

    /** Keeps an event whose storing failed, if the store can do that much; if it is away there is nothing to be done. */
    void keepUnstorable(AccountId account, ProviderEvent event, byte[] raw) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ProviderEvent.Unreadable kept = new ProviderEvent.Unreadable(
                event.eventId(), event.type(), event.occurredAt(), "it was read and could not be stored");
        try {
            store.inbox().keep(account, kept, Disposition.DEAD, raw, now);
        } catch (RuntimeException away) {
            LOG.debug("nor could it be kept", Redacted.of(away));
        }
    }

    private void takeText(AccountId account, ProviderEvent.InboundText text, byte[] raw, Instant now) {
        ConsentEffect effect = consents.effect(text);
        if (store.inbox().receive(account, text, effect, raw, now) instanceof Received.Stored stored) {
            events.accept(new SmsEvent.MessageReceived(stored.owner(), now, stored.message()));
            events.accept(new SmsEvent.ConversationChanged(stored.owner(), now, stored.conversation()));
            if (stored.consentChanged() != null) {
                events.accept(new SmsEvent.OptOutChanged(
                        stored.owner(),
                        now,
                        stored.consentChanged(),
                        text.from(),
                        effect.change() == ConsentEffect.Change.OPT_OUT));
            }
        }
    }

    private void takeReceipt(AccountId account, ProviderEvent.Receipt receipt, byte[] raw, Instant now) {
        if (store.inbox().advance(account, receipt, raw, now) instanceof Advanced.Applied applied) {
            StatusChange change = applied.change();
            if (change.moved()) {
                events.accept(
                        new SmsEvent.MessageStatusChanged(change.owner(), now, change.message(), change.previous()));
            }
        }
    }
}
