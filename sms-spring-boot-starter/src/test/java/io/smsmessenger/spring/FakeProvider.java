package io.smsmessenger.spring;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.SegmentCount;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.provider.WebhookRefusedException;
import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.receiving.WebhookAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A carrier that takes everything, and lets a test have texts come in. */
public final class FakeProvider implements SmsProvider {
    /** A text that nobody can count. */
    public static final String BREAKING = "Tr0ub4dor breaks it";

    private final Map<String, ProviderEvent> incoming = new ConcurrentHashMap<>();

    /** Has a text come in through the front door. */
    public void text(SmsMessenger messenger, String from, PhoneNumber to, String text) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        incoming.put(
                id,
                new ProviderEvent.InboundText(
                        id,
                        "message.received",
                        now,
                        new ProviderMessageId(id),
                        Address.of(from),
                        to,
                        Content.text(text),
                        List.of(),
                        List.of(),
                        now,
                        null,
                        null,
                        Billing.none()));
        WebhookAnswer answer =
                messenger.webhooks().receive(new WebhookRequest(Map.of(), id.getBytes(StandardCharsets.UTF_8)));
        if (answer != WebhookAnswer.STORED) {
            throw new AssertionError("the text did not come in: " + answer);
        }
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public SegmentCount segments(String text) {
        if (text.equals(BREAKING)) {
            throw new IllegalStateException("broken by " + text);
        }
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
        return new SendOutcome.Accepted(new ProviderMessageId("fake-" + sms.id()), Billing.none());
    }

    @Override
    public List<ProviderEvent> open(WebhookRequest request) throws WebhookRefusedException {
        ProviderEvent event = incoming.get(new String(request.body(), StandardCharsets.UTF_8));
        if (event == null) {
            throw new WebhookRefusedException(WebhookRefusedException.Reason.BAD_SIGNATURE);
        }
        return List.of(event);
    }

    @Override
    public List<ProviderEvent> reread(byte[] verifiedBody) {
        return List.of(incoming.get(new String(verifiedBody, StandardCharsets.UTF_8)));
    }
}
