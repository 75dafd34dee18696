package io.smsmessenger.contract;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.store.NewOutbound;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A text to be sent, as a test words it: all that it does not say has a value that does not matter. */
public final class Outgoing {
    private final NumberAssignment line;
    private final ProfileId profile;
    private final Address peer;
    private Content content = Content.text("Hello");
    private String key = UUID.randomUUID().toString();
    private String fingerprint = "the same";
    private NewOutbound.Priority priority = NewOutbound.Priority.ONE_TO_ONE;
    private @Nullable CampaignId campaign;
    private Guarantee guarantee = Guarantee.AT_MOST_ONCE;
    private Instant at;
    private @Nullable Instant sendAt;
    private @Nullable Instant expiresAt;

    Outgoing(NumberAssignment line, Address peer, Instant at) {
        this.line = line;
        this.profile = Objects.requireNonNull(line.profileId(), "the line is on no profile");
        this.peer = peer;
        this.at = at;
    }

    public Outgoing says(String text) {
        content = Content.text(text);
        return this;
    }

    public Outgoing shows(String... urls) {
        content = new Content("", List.of(urls).stream().map(URI::create).toList());
        return this;
    }

    public Outgoing key(String clientKey) {
        key = clientKey;
        return this;
    }

    public Outgoing fingerprint(String digest) {
        fingerprint = digest;
        return this;
    }

    public Outgoing bulk() {
        priority = NewOutbound.Priority.BULK;
        return this;
    }

    /** A part of this campaign. */
    public Outgoing of(CampaignId whole) {
        campaign = whole;
        return this;
    }

    public Outgoing guarantee(Guarantee wanted) {
        guarantee = wanted;
        return this;
    }

    public Outgoing at(Instant instant) {
        at = instant;
        return this;
    }

    public Outgoing sendAt(Instant instant) {
        sendAt = instant;
        return this;
    }

    public Outgoing expiresAt(Instant instant) {
        expiresAt = instant;
        return this;
    }

    /** A new reference each time: a text that is handed over again has another one, too. */
    public NewOutbound build() {
        Instant due = sendAt == null ? at : sendAt;
        return new NewOutbound(
                line.owner(),
                line.id(),
                profile,
                peer,
                content,
                key,
                fingerprint,
                UUID.randomUUID().toString().replace("-", ""),
                priority,
                campaign,
                guarantee,
                at,
                sendAt,
                null,
                expiresAt == null ? due.plus(Duration.ofHours(4)) : expiresAt,
                new Billing(Encoding.GSM_7, 1, null));
    }
}
