package io.smsmessenger.servlet;

import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.SegmentCount;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.provider.WebhookRefusedException;
import io.smsmessenger.provider.WebhookRefusedException.Reason;
import io.smsmessenger.provider.WebhookRequest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;

/** temporary */
record StubProvider(Signing signing, Clock clock) implements SmsProvider {
    @Override
    public String name() {
        return "stub";
    }

    @Override
    public SegmentCount segments(String text) {
        throw new AssertionError();
    }

    @Override
    public int maxParts() {
        return 1;
    }

    @Override
    public int maxMedia() {
        return 0;
    }

    @Override
    public SendOutcome send(OutboundSms sms) {
        throw new AssertionError();
    }

    @Override
    public List<ProviderEvent> open(WebhookRequest request) throws WebhookRefusedException {
        List<String> s = request.header("telnyx-signature-ed25519");
        List<String> t = request.header("telnyx-timestamp");
        if (s.size() != 1 || t.size() != 1) {
            throw new WebhookRefusedException(Reason.MISSING_HEADER);
        }
        try {
            if (Math.abs(Long.parseLong(t.get(0)) - clock.instant().getEpochSecond()) > 300
                    || !signing.signature(t.get(0), request.body()).equals(s.get(0))) {
                throw new WebhookRefusedException(Reason.STALE);
            }
        } catch (GeneralSecurityException | NumberFormatException e) {
            throw new WebhookRefusedException(Reason.MALFORMED_HEADER);
        }
        return List.of(new ProviderEvent.Other("e", "call.initiated", clock.instant()));
    }
}
