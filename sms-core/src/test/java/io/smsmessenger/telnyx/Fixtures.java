package io.smsmessenger.telnyx;

import io.smsmessenger.model.Content;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.provider.OutboundSms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What the tests of this package send and receive. */
final class Fixtures {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final PhoneNumber ANN = PhoneNumber.of("+12025550123");
    static final PhoneNumber PEER = PhoneNumber.of("+12025550199");
    static final URI STATUS_URL = URI.create("https://app.example.com/sms/telnyx?ref=abc123");

    private Fixtures() {}

    static String json(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/telnyx/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OutboundSms sms() {
        return sms(Content.text("Hello"));
    }

    static OutboundSms sms(Content content) {
        return new OutboundSms(new MessageId(7), ANN, PEER, content, "profile-1", "abc123", STATUS_URL);
    }
}
