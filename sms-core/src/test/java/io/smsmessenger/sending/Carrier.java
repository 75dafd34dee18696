package io.smsmessenger.sending;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.SegmentCount;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.provider.WebhookRefusedException;
import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.testing.FakeProvider;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A carrier that does as a test says, keeps a journal, and knows how many it has in hand. */
final class Carrier implements SmsProvider {
    private final FakeProvider fake = new FakeProvider();
    private final Queue<OutboundSms> journal = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inHand = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile Function<OutboundSms, SendOutcome> way = Carrier::takes;

    /** From now on it answers so. */
    void answers(Function<OutboundSms, SendOutcome> how) {
        way = how;
    }

    List<MessageId> asked() {
        return journal.stream().map(OutboundSms::id).toList();
    }

    int inHand() {
        return inHand.get();
    }

    int mostInHand() {
        return most.get();
    }

    static SendOutcome takes(OutboundSms sms) {
        return new SendOutcome.Accepted(new ProviderMessageId("taken-" + sms.id()), Billing.none());
    }

    static SendOutcome loses(OutboundSms sms) {
        return new SendOutcome.Unknown(new Failure(FailureReason.OTHER, null, "lost " + sms.id()));
    }

    static SendOutcome.NotSent later(FailureReason reason, SendOutcome.Lane lane, @Nullable Duration wait) {
        return new SendOutcome.NotSent(Failure.of(reason), lane, wait);
    }

    @Override
    public SendOutcome send(OutboundSms sms) {
        journal.add(sms);
        most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
        try {
            return way.apply(sms);
        } finally {
            inHand.decrementAndGet();
        }
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public SegmentCount segments(String text) {
        return fake.segments(text);
    }

    @Override
    public int maxParts() {
        return fake.maxParts();
    }

    @Override
    public int maxMedia() {
        return fake.maxMedia();
    }

    @Override
    public List<ProviderEvent> open(WebhookRequest request) throws WebhookRefusedException {
        return fake.open(request);
    }

    @Override
    public List<ProviderEvent> reread(byte[] verifiedBody) {
        return fake.reread(verifiedBody);
    }
}
