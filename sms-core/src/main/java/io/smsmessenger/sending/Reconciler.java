package io.smsmessenger.sending;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.provider.MessageLookup;
import io.smsmessenger.provider.MessageLookup.Lookup;
import io.smsmessenger.provider.MessageRecords;
import io.smsmessenger.provider.SentTrace;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for messages of unknown outcome in the carriers' records. What is found goes the way of a webhook, so that the
 * two settle each other's races; what is not is concluded as {@link Findings} say. Nothing of the store is held while a
 * carrier is asked.
 */
public final class Reconciler {
    private static final int BATCH = 20;

    /**
     * Longer than a batch usually takes, so that no two nodes look for the same; should they, the look that is counted
     * last decides. A node that dies puts its batch off by no more than that.
     */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** After so many answers in a row that were none, an account is left alone until the next round. */
    private static final int IN_VAIN = 3;

    /**
     * How far around an attempt is searched. Before it, because an earlier attempt may have arrived after all; after it,
     * because a machine that was stopped behind the gate writes late.
     */
    private static final Duration AROUND = Duration.ofHours(1);

    private final SendingParts parts;
    private final Findings findings;

    public Reconciler(SendingParts parts) {
        this.parts = parts;
        this.findings = new Findings(parts.settings());
    }

    /** Looks for those that are due; leaves the rest as soon as it is told to stop. */
    public void look(BooleanSupplier stopped) {
        Set<AccountId> accounts = new HashSet<>(parts.providers().byAccount().keySet());
        Map<AccountId, Integer> inVain = new HashMap<>();
        boolean more = true;
        BooleanSupplier over =
                () -> stopped.getAsBoolean() || Thread.currentThread().isInterrupted();
        while (more && !accounts.isEmpty() && !over.getAsBoolean()) {
            List<Trace> traces = parts.store().outbox().trace(accounts, BATCH, Micros.now(parts.clock()), PAUSE);
            for (Trace trace : traces) {
                Isolated.run("looking for " + trace.id(), () -> look(trace, inVain, over));
            }
            inVain.forEach((account, times) -> {
                if (times >= IN_VAIN) {
                    accounts.remove(account);
                }
            });
            more = traces.size() == BATCH;
        }
    }

    private void look(Trace trace, Map<AccountId, Integer> inVain, BooleanSupplier over) {
        if (over.getAsBoolean()) {
            return;
        }
        boolean askable = inVain.getOrDefault(trace.accountId(), 0) < IN_VAIN;
        Lookup answer = askable ? ask(trace) : new Lookup.Unavailable("it was asked for others in vain");
        if (answer instanceof Lookup.Unavailable) {
            inVain.merge(trace.accountId(), 1, Integer::sum);
        } else {
            inVain.remove(trace.accountId());
        }
        // The store may be gone by the time a slow carrier answers; what was found is found again.
        if (!over.getAsBoolean()) {
            settle(trace, answer);
        }
    }

    private void settle(Trace trace, @Nullable Lookup answer) {
        Conclusion conclusion;
        if (answer instanceof Lookup.Found found) {
            parts.evidence().accept(trace.accountId(), found.event());
            // Changes nothing when the message has moved, and otherwise keeps it from being found again and again.
            conclusion = findings.later(trace, Micros.now(parts.clock()));
        } else {
            conclusion = findings.conclude(trace, answer, Micros.now(parts.clock()));
        }
        parts.store()
                .outbox()
                .conclude(trace, conclusion, Micros.now(parts.clock()))
                .ifPresent(change -> parts.events()
                        .accept(Changes.event(change, parts.clock().instant())));
    }

    /** Asks whoever can be asked; null when nobody can. */
    private @Nullable Lookup ask(Trace trace) {
        SmsProvider provider = parts.providers().of(trace.accountId()).orElse(null);
        Lookup answer = null;
        if (trace.providerId() != null && provider instanceof MessageLookup lookup) {
            answer = lookup.find(trace.providerId());
        } else if (provider instanceof MessageRecords records
                && parts.settings().publicWebhookUrl().isPresent()) {
            answer = records.search(sent(trace));
        }
        boolean odd = answer instanceof Lookup.Found found && !(found.event() instanceof ProviderEvent.Receipt);
        return odd ? new Lookup.Unavailable("what it found is no text of ours") : answer;
    }

    private SentTrace sent(Trace trace) {
        Instant now = Micros.now(parts.clock());
        Instant late = trace.gatedAt().plus(AROUND);
        return new SentTrace(
                trace.id(),
                trace.from(),
                trace.to(),
                trace.reference(),
                trace.gatedAt().minus(AROUND),
                now.isBefore(late) ? now : late);
    }
}
