package io.smsmessenger.sending;

import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.Verdict;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One message through the gate, to the carrier, and its outcome into the store. No connection is held in between. */
final class Attempt {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final SmsStore store;
    private final Providers providers;
    private final SendingSettings settings;
    private final Clock clock;
    private final Traffic traffic;
    private final Claiming claiming;
    private final Results results;
    private final Consumer<SmsEvent> events;
    private final Optional<QuietWindow> quiet;
    private final long freshNanos;

    Attempt(SendingParts parts, Traffic traffic, Claiming claiming, Results results) {
        this.store = parts.store();
        this.providers = parts.providers();
        this.settings = parts.settings();
        this.clock = parts.clock();
        this.traffic = traffic;
        this.claiming = claiming;
        this.results = results;
        this.events = parts.events();
        this.quiet = settings.quietHours().map(hours -> new QuietWindow(hours, parts.zones()));
        this.freshNanos =
                Math.min(FRESH.toNanos(), settings.sendingTimeout().dividedBy(3).toNanos());
    }

    /** Sends what is held; false when it was put back instead, to be claimed again. */
    boolean run(Held held) {
        Claim claim = held.claim();
        if (claiming.unwanted(held)) {
            claiming.putBack(List.of(claim));
            return false;
        }
        Optional<SmsProvider> provider = providers.of(claim.accountId());
        if (provider.isEmpty() && clock.instant().isBefore(claim.expiresAt())) {
            // Not given back, or this node would take it again at once: the lease hands it to one that knows the
            // account.
            return true;
        }
        Optional<Verdict.QuietTime> peace =
                quiet.flatMap(window -> window.at(clock.instant(), claim.to(), held.bulk()));
        if (peace.isPresent()) {
            store.outbox().defer(claim, Micros.of(peace.get().until()));
            return true;
        }
        OutboundSms sms = written(claim);
        long begun = traffic.next();
        long asked = System.nanoTime();
        Gate gate = store.outbox()
                .gate(
                        claim,
                        Scopes.of(settings.consentScopes(), claim.owner(), claim.profileId(), claim.numberId()),
                        Micros.now(clock));
        if (gate instanceof Gate.Refused refused) {
            show(claim);
            tell(refused.change());
        } else if (gate instanceof Gate.Passed passed) {
            Settlement settlement;
            Instant now;
            if (System.nanoTime() - asked > freshNanos) {
                // This process stood still behind the gate, and others may call the message unknown already. That it
                // was not sent is certain now, and would not be later.
                now = Micros.now(clock);
                settlement = new Settlement.NotSent(Failure.of(FailureReason.OTHER), now);
            } else {
                // Nothing comes between the gate and the carrier, no listener either.
                SendOutcome outcome = post(provider.orElse(null), sms);
                now = Micros.now(clock);
                settlement = settlement(claim, outcome, begun, now);
            }
            // Listeners are the host's, and may hang: they hear of nothing before it is written down.
            List<SmsEvent> news = new ArrayList<>();
            note(passed.change(), news);
            results.record(() -> settle(claim, settlement, now, news), () -> news.forEach(this::tell));
        }
        return true;
    }

    /** What to hand over; null when it cannot be put into words, which must not stop it from being ended. */
    private @Nullable OutboundSms written(Claim claim) {
        OutboundSms[] sms = new OutboundSms[1];
        Isolated.run(
                "writing a request",
                () -> sms[0] = new OutboundSms(
                        claim.id(),
                        claim.from(),
                        claim.to(),
                        claim.content(),
                        claim.providerProfileId(),
                        claim.reference(),
                        References.plant(settings.publicWebhookUrl().orElse(null), claim.reference())));
        return sms[0];
    }

    private static SendOutcome post(@Nullable SmsProvider provider, @Nullable OutboundSms sms) {
        if (provider == null) {
            return new SendOutcome.NotSent(Failure.of(FailureReason.ACCOUNT), SendOutcome.Lane.MESSAGE, null);
        }
        if (sms == null) {
            return new SendOutcome.Rejected(Failure.of(FailureReason.REQUEST));
        }
        try {
            return provider.send(sms);
        } catch (RuntimeException | Error brokenProvider) {
            // A provider promises not to throw; one that does leaves us not knowing, and that is a status.
            return new SendOutcome.Unknown(new Failure(
                    FailureReason.OTHER,
                    null,
                    "the provider threw " + brokenProvider.getClass().getName()));
        }
    }

    private Settlement settlement(Claim claim, SendOutcome outcome, long begun, Instant now) {
        if (outcome instanceof SendOutcome.Accepted accepted) {
            traffic.settled(claim, begun);
            return new Settlement.Accepted(accepted.id(), accepted.billing());
        }
        if (outcome instanceof SendOutcome.Rejected rejected) {
            traffic.settled(claim, begun);
            return new Settlement.Rejected(rejected.failure());
        }
        if (outcome instanceof SendOutcome.NotSent notSent) {
            return new Settlement.NotSent(notSent.failure(), traffic.notSent(claim, notSent, begun, now));
        }
        traffic.unknown(claim, begun, now);
        return new Settlement.Unknown(((SendOutcome.Unknown) outcome).failure());
    }

    /** What the carrier said is known nowhere else. Saying it twice changes nothing, so this may be tried again whole. */
    private void settle(Claim claim, Settlement settlement, Instant at, List<SmsEvent> news) {
        store.outbox().settle(claim, settlement, at).ifPresent(change -> note(change, news));
        if (settlement instanceof Settlement.Rejected rejected
                && rejected.failure().reason() == FailureReason.OPTED_OUT) {
            mirrorBlock(claim, at, news);
        }
        show(claim);
    }

    /** The carrier blocks this recipient for the whole profile: from now on we know it too. */
    private void mirrorBlock(Claim claim, Instant at, List<SmsEvent> news) {
        ConsentScope scope = ConsentScope.of(claim.profileId());
        if (store.consents().optOut(scope, claim.to(), OptOut.Source.PROVIDER, at)) {
            news.add(new SmsEvent.OptOutChanged(claim.owner(), at, scope, claim.to(), true));
        }
    }

    private void show(Claim claim) {
        Isolated.run("showing a message", () -> store.outbox().show(claim));
    }

    private void note(StatusChange change, List<SmsEvent> news) {
        if (change.moved()) {
            news.add(Changes.event(change, clock.instant()));
        }
    }

    private void tell(StatusChange change) {
        List<SmsEvent> news = new ArrayList<>();
        note(change, news);
        news.forEach(this::tell);
    }

    private void tell(SmsEvent event) {
        Isolated.run("telling of a message", () -> events.accept(event));
    }
}
