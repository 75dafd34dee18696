package io.smsmessenger.testing;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.ProviderEvent.Receipt;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@link FakeProvider} that keeps records, which can be searched and looked up, unless it is away. */
public final class RecordingProvider implements SmsProvider, MessageLookup, MessageRecords {
    private final FakeProvider carrier = new FakeProvider();
    private final Map<String, Receipt> byReference = new ConcurrentHashMap<>();
    private final List<SentTrace> searches = new CopyOnWriteArrayList<>();
    private final List<ProviderMessageId> lookUps = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile Consumer<SentTrace> meanwhile = trace -> {};

    /** The carrier itself. */
    public FakeProvider carrier() {
        return carrier;
    }

    /** Whether it cannot be asked. */
    public void away(boolean value) {
        away = value;
    }

    /** What happens while a search is under way. */
    public void meanwhile(Consumer<SentTrace> action) {
        meanwhile = action;
    }

    /** Every search so far, also those while it was away. */
    public List<SentTrace> searches() {
        return List.copyOf(searches);
    }

    /** Every look-up by id so far. */
    public List<ProviderMessageId> lookUps() {
        return List.copyOf(lookUps);
    }

    /** Writes down where the message with a reference stands. */
    public Receipt record(String reference, MessageStatus status, Instant at) {
        ProviderMessageId id = new ProviderMessageId("recorded-" + reference);
        Receipt receipt = new Receipt(
                "record:" + id.value() + ":" + status,
                "record",
                at,
                id,
                reference,
                status,
                status.name(),
                null,
                null,
                null,
                Billing.none());
        byReference.put(reference, receipt);
        return receipt;
    }

    @Override
    public Lookup search(SentTrace trace) {
        searches.add(trace);
        meanwhile.accept(trace);
        return answer(byReference.get(trace.reference()));
    }

    @Override
    public Lookup find(ProviderMessageId id) {
        lookUps.add(id);
        return answer(byReference.values().stream()
                .filter(receipt -> receipt.messageId().equals(id))
                .findFirst()
                .orElse(null));
    }

    private Lookup answer(@Nullable Receipt receipt) {
        if (away) {
            return new Lookup.Unavailable("away, on purpose");
        }
        return receipt == null ? new Lookup.Missing() : new Lookup.Found(receipt);
    }

    @Override
    public String name() {
        return carrier.name();
    }

    @Override
    public SegmentCount segments(String text) {
        return carrier.segments(text);
    }

    @Override
    public int maxParts() {
        return carrier.maxParts();
    }

    @Override
    public int maxMedia() {
        return carrier.maxMedia();
    }

    @Override
    public SendOutcome send(OutboundSms sms) {
        return carrier.send(sms);
    }

    @Override
    public List<ProviderEvent> open(WebhookRequest request) throws WebhookRefusedException {
        return carrier.open(request);
    }

    @Override
    public List<ProviderEvent> reread(byte[] verifiedBody) {
        return carrier.reread(verifiedBody);
    }
}
