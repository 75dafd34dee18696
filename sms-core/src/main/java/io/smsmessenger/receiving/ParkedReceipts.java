package io.smsmessenger.receiving;

import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.provider.Providers;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.InboxStore.KeptEvent;
import io.smsmessenger.store.SmsStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tries receipts again that were faster than the result of the send they speak of. One that finds no message within two
 * minutes speaks of none of ours (an account signs for all its applications) and stays parked for the operator.
 */
public final class ParkedReceipts {
    private static final Duration WORTH_ANOTHER_TRY = Duration.ofMinutes(2);

    private final SmsStore store;
    private final Providers providers;
    private final Intake intake;
    private final Clock clock;

    public ParkedReceipts(
            SmsStore store, Providers providers, ReceivingSettings settings, Clock clock, Consumer<SmsEvent> events) {
        this.store = store;
        this.providers = providers;
        this.intake = new Intake(store, settings, clock, events);
        this.clock = clock;
    }

    /** Tries the latest ones once more. */
    public void retry() {
        Instant oldest = clock.instant().minus(WORTH_ANOTHER_TRY);
        for (KeptEvent kept : store.inbox()
                .kept(Disposition.PARKED, PageRequest.first(PageRequest.MAX_LIMIT))
                .items()) {
            Optional<SmsProvider> provider = providers.of(kept.account());
            if (provider.isPresent() && kept.receivedAt().isAfter(oldest)) {
                for (ProviderEvent event : provider.get().reread(kept.raw())) {
                    intake.take(kept.account(), event, kept.raw());
                }
            }
        }
    }
}
