package io.smsmessenger.testing;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.SegmentCount;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.provider.WebhookRefusedException;
import io.smsmessenger.provider.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A carrier without a network: it answers what it was told to, and accepts when it was told nothing. */
public final class FakeProvider implements SmsProvider {
    private final List<OutboundSms> sent = new CopyOnWriteArrayList<>();
    private final Queue<SendOutcome> script = new ConcurrentLinkedQueue<>();
    private final Map<String, ProviderEvent> events = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicBoolean broken = new AtomicBoolean();

    /** What the next send ends with. */
    public FakeProvider answers(SendOutcome outcome) {
        script.add(outcome);
        return this;
    }

    /** Lets the next send end in an exception, which no provider should throw. */
    public void breaksNext() {
        broken.set(true);
    }

    /** Everything that was handed over, in order. */
    public List<OutboundSms> sent() {
        return List.copyOf(sent);
    }

    /** The id that the n-th accepted message got, from 1. */
    public static ProviderMessageId id(long n) {
        return new ProviderMessageId("fake-" + n);
    }

    /** A webhook that tells this event. */
    public WebhookRequest webhook(ProviderEvent event) {
        events.put(event.eventId(), event);
        return new WebhookRequest(Map.of(), event.eventId().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public SegmentCount segments(String text) {
        return new SegmentCount(Encoding.GSM_7, text.length(), (text.length() + 159) / 160, 160, List.of());
    }

    @Override
    public int maxParts() {
        return 10;
    }

    @Override
    public int maxMedia() {
        return 10;
    }

    @Override
    public SendOutcome send(OutboundSms sms) {
        sent.add(sms);
        if (broken.getAndSet(false)) {
            throw new IllegalStateException("broken on purpose");
        }
        SendOutcome scripted = script.poll();
        return scripted == null ? new SendOutcome.Accepted(id(count.incrementAndGet()), Billing.none()) : scripted;
    }

    @Override
    public List<ProviderEvent> open(WebhookRequest request) throws WebhookRefusedException {
        List<ProviderEvent> told = reread(request.body());
        if (told.isEmpty()) {
            throw new WebhookRefusedException(WebhookRefusedException.Reason.BAD_SIGNATURE);
        }
        return told;
    }

    @Override
    public List<ProviderEvent> reread(byte[] verifiedBody) {
        ProviderEvent event = events.get(new String(verifiedBody, StandardCharsets.UTF_8));
        return event == null ? List.of() : List.of(event);
    }
}
