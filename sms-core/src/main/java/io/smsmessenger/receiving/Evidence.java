package io.smsmessenger.receiving;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.store.SmsStore;
import java.time.Clock;
import java.util.function.Consumer;

/** Brings what a carrier said when it was asked the same way as what it says by itself. */
public final class Evidence {
    private static final byte[] NO_BODY = {};

    private final Intake intake;

    public Evidence(SmsStore store, ReceivingSettings settings, Clock clock, Consumer<SmsEvent> events) {
        this.intake = new Intake(store, settings, clock, events);
    }

    /** Applies an event that a carrier gave as an answer. */
    public void take(AccountId account, ProviderEvent event) {
        intake.take(account, event, NO_BODY);
    }
}
