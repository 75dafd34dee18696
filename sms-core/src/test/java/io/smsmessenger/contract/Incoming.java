package io.smsmessenger.contract;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderEvent.InboundText;
import io.smsmessenger.model.ProviderMessageId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A text that comes in, as a test words it. */
public final class Incoming {
    private final Address from;
    private final PhoneNumber to;
    private String eventId = UUID.randomUUID().toString();
    private ProviderMessageId messageId =
            new ProviderMessageId(UUID.randomUUID().toString());
    private Content content = Content.text("Hi");
    private Instant receivedAt;

    Incoming(Address from, PhoneNumber to, Instant receivedAt) {
        this.from = from;
        this.to = to;
        this.receivedAt = receivedAt;
    }

    public Incoming says(String text) {
        content = Content.text(text);
        return this;
    }

    public Incoming shows(String... urls) {
        content = new Content("", List.of(urls).stream().map(URI::create).toList());
        return this;
    }

    public Incoming eventId(String id) {
        eventId = id;
        return this;
    }

    public Incoming messageId(ProviderMessageId id) {
        messageId = id;
        return this;
    }

    public Incoming receivedAt(Instant instant) {
        receivedAt = instant;
        return this;
    }

    public InboundText build() {
        return new InboundText(
                eventId,
                "message.received",
                receivedAt,
                messageId,
                from,
                to,
                content,
                List.of(),
                List.of(),
                receivedAt,
                null,
                null,
                Billing.none());
    }
}
