package io.smsmessenger.faults;

import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.SegmentCount;
import io.smsmessenger.provider.MessageLookup;
import io.smsmessenger.provider.MessageRecords;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SentTrace;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.provider.WebhookRefusedException;
import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Telnyx's provider, another one whenever a test says so, and every outcome that it gave. */
final class WatchedProvider implements SmsProvider, MessageLookup, MessageRecords {
    private final List<SendOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile TelnyxProvider real;

    WatchedProvider(TelnyxProvider first) {
        real = first;
    }

    void use(TelnyxProvider other) {
        real = other;
    }

    /** How each send so far ended, in order. */
    List<SendOutcome> outcomes() {
        return outcomes;
    }

    /** How many sends have not ended. */
    int inFlight() {
        return inFlight.get();
    }

    @Override
    public SendOutcome send(OutboundSms sms) {
        inFlight.incrementAndGet();
        try {
            SendOutcome outcome = real.send(sms);
            outcomes.add(outcome);
            return outcome;
        } finally {
            inFlight.decrementAndGet();
        }
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public SegmentCount segments(String text) {
        return real.segments(text);
    }

    @Override
    public int maxParts() {
        return real.maxParts();
    }

    @Override
    public int maxMedia() {
        return real.maxMedia();
    }

    @Override
    public List<ProviderEvent> open(WebhookRequest request) throws WebhookRefusedException {
        return real.open(request);
    }

    @Override
    public List<ProviderEvent> reread(byte[] verifiedBody) {
        return real.reread(verifiedBody);
    }

    @Override
    public Lookup find(ProviderMessageId id) {
        return real.find(id);
    }

    @Override
    public Lookup search(SentTrace trace) {
        return real.search(trace);
    }
}
