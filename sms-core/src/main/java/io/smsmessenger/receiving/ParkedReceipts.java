package io.smsmessenger.receiving;

import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.provider.Providers;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.InboxStore.KeptEvent;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.text.Redacted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries receipts again that were faster than the result of the send they speak of. One that finds no message within two
 * minutes speaks of none of ours (an account signs for all its applications) and stays parked for the operator.
 */
public final class ParkedReceipts {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedReceipts.class);
    private static final Duration WORTH_ANOTHER_TRY = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int MOST_AT_ONCE = 100;

    private final SmsStore store;
    private final Providers providers;
    private final Intake intake;
    private final Clock clock;
    private final AtomicLong lastTry = new AtomicLong();

    public ParkedReceipts(
            SmsStore store, Providers providers, ReceivingSettings settings, Clock clock, Consumer<SmsEvent> events) {
        this.store = store;
        this.providers = providers;
        this.intake = new Intake(store, settings, clock, events);
        this.clock = clock;
    }

    /** Tries the latest ones once more, unless that was done within the last three seconds. */
    public void retry() {
        Instant now = clock.instant();
        long before = lastTry.get();
        if (now.toEpochMilli() - before < PAUSE.toMillis() || !lastTry.compareAndSet(before, now.toEpochMilli())) {
            return;
        }
        Instant oldest = now.minus(WORTH_ANOTHER_TRY);
        store.inbox().kept(Disposition.PARKED, PageRequest.first(MOST_AT_ONCE)).items().stream()
                .takeWhile(kept -> kept.receivedAt().isAfter(oldest))
                .forEach(this::retry);
    }

    private void retry(KeptEvent kept) {
        try {
            for (ProviderEvent event : providers
                    .of(kept.account())
                    .map(provider -> provider.reread(kept.raw()))
                    .orElse(List.of())) {
                intake.take(kept.account(), event, kept.raw());
            }
        } catch (RuntimeException failed) {
            // One that cannot be applied must not keep the others from being tried.
            LOG.debug("a parked receipt was not applied", Redacted.of(failed));
        }
    }
}
