package io.smsmessenger.sending;

import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.Providers;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.store.StatusChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** One message through the gate, to the carrier, and its outcome into the store. No connection is held in between. */
final class Attempt {

    private final SmsStore store;
    private final Providers providers;
    private final SendingSettings settings;
    private final Clock clock;
    private final Backoff backoff;
    private final Patience patience;
    private final Consumer<SmsEvent> events;

    Attempt(SendingParts parts) {
        this.store = parts.store();
        this.providers = parts.providers();
        this.settings = parts.settings();
        this.clock = parts.clock();
        this.backoff = new Backoff(parts.random());
        this.patience = new Patience(settings.sendingTimeout());
        this.events = parts.events();
    }

    void run(Claim claim) {
        Optional<SmsProvider> provider = providers.of(claim.accountId());
        if (provider.isEmpty() && clock.instant().isBefore(claim.expiresAt())) {
            // Not given back, or this node would take it again at once: the lease hands it to one that knows the
            // account.
            return;
        }
        Gate gate = store.outbox()
                .gate(
                        claim,
                        Scopes.of(settings.consentScopes(), claim.owner(), claim.profileId(), claim.numberId()),
                        Micros.now(clock));
        if (gate instanceof Gate.Refused refused) {
            tell(refused.change());
            store.outbox().show(claim);
        } else if (gate instanceof Gate.Passed passed) {
            // Nothing comes between the gate and the carrier, no listener either.
            SendOutcome outcome = provider.isPresent() ? post(provider.get(), claim) : nowhere();
            tell(passed.change());
            settle(claim, outcome);
            store.outbox().show(claim);
        }
    }

    private static SendOutcome nowhere() {
        return new SendOutcome.NotSent(Failure.of(FailureReason.ACCOUNT), SendOutcome.Lane.MESSAGE, null);
    }

    private SendOutcome post(SmsProvider provider, Claim claim) {
        OutboundSms sms = new OutboundSms(
                claim.id(),
                claim.from(),
                claim.to(),
                claim.content(),
                claim.providerProfileId(),
                claim.reference(),
                References.plant(settings.publicWebhookUrl().orElse(null), claim.reference()));
        try {
            return provider.send(sms);
        } catch (RuntimeException brokenProvider) {
            // A provider promises not to throw; one that does leaves us not knowing, and that is a status.
            return new SendOutcome.Unknown(new Failure(
                    FailureReason.OTHER,
                    null,
                    "the provider threw " + brokenProvider.getClass().getName()));
        }
    }

    private void settle(Claim claim, SendOutcome outcome) {
        Instant now = Micros.now(clock);
        Settlement settlement = settlement(claim, outcome, now);
        // What the carrier said is known nowhere else, and saying it twice changes nothing: worth more than one try.
        patience.until(() -> store.outbox().settle(claim, settlement, now)).ifPresent(this::tell);
        if (outcome instanceof SendOutcome.Rejected rejected
                && rejected.failure().reason() == FailureReason.OPTED_OUT) {
            mirrorBlock(claim, now);
        }
    }

    private Settlement settlement(Claim claim, SendOutcome outcome, Instant now) {
        if (outcome instanceof SendOutcome.Accepted accepted) {
            return new Settlement.Accepted(accepted.id(), accepted.billing());
        }
        if (outcome instanceof SendOutcome.Rejected rejected) {
            return new Settlement.Rejected(rejected.failure());
        }
        if (outcome instanceof SendOutcome.NotSent notSent) {
            Duration delay = backoff.delay(claim.attempts(), notSent.retryAfter());
            return new Settlement.NotSent(notSent.failure(), now.plus(delay));
        }
        return new Settlement.Unknown(((SendOutcome.Unknown) outcome).failure());
    }

    /** The carrier blocks this recipient for the whole profile: from now on we know it too. */
    private void mirrorBlock(Claim claim, Instant now) {
        ConsentScope scope = ConsentScope.of(claim.profileId());
        if (store.consents().optOut(scope, claim.to(), OptOut.Source.PROVIDER, now)) {
            events.accept(new SmsEvent.OptOutChanged(claim.owner(), now, scope, claim.to(), true));
        }
    }

    private void tell(StatusChange change) {
        if (change.moved()) {
            events.accept(Changes.event(change, clock.instant()));
        }
    }
}
