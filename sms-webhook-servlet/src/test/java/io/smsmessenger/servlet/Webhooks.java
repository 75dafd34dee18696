package io.smsmessenger.servlet;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.receiving.ReceivingSettings;
import io.smsmessenger.receiving.WebhookReceiver;
import io.smsmessenger.servlet.Wire.Answer;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A servlet in a container behind a real receiver and a provider with a key of its own, and what it takes to sign for it. */
final class Webhooks implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final int LIMIT = 8192;
    static final byte[] BODY = """
            {"data":{"event_type":"call.initiated","id":"0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",\
            "occurred_at":"2026-11-23T09:59:59.000000Z","payload":{"text":"Grüße 👋"},"record_type":"event"}}""".getBytes(StandardCharsets.UTF_8);

    final Signing signing = new Signing();
    final KeepingStore store = new KeepingStore();
    private final WebContainer container;

    Webhooks(WebContainer.Starter starter, boolean asyncSupported, Duration readTimeout) throws Exception {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        WebhookReceiver receiver = new WebhookReceiver(
                new AccountId(1), telnyx(clock), store.asStore(), ReceivingSettings.defaults(), clock, event -> {});
        container = starter.start(new SmsWebhookServlet(receiver, LIMIT, readTimeout), asyncSupported);
    }

    private TelnyxProvider telnyx(Clock clock) {
        return TelnyxProvider.builder()
                .apiKey("KEY-of-a-test")
                .publicKey(signing.publicKey())
                .clock(clock)
                .build();
    }

    Wire connect() throws IOException {
        return new Wire(container.port());
    }

    /** Headers of a body signed now. */
    List<String> signed(byte[] body) throws GeneralSecurityException {
        return signed(body, NOW);
    }

    List<String> signed(byte[] body, Instant at) throws GeneralSecurityException {
        String timestamp = String.valueOf(at.getEpochSecond());
        return headers(signing.signature(timestamp, body), timestamp);
    }

    static List<String> headers(String signature, String timestamp) {
        return List.of(
                "Content-Type: application/json; charset=utf-8",
                "telnyx-signature-ed25519: " + signature,
                "telnyx-timestamp: " + timestamp);
    }

    /** Posts a body under headers, its length added. */
    Answer post(String path, List<String> headers, byte[] body) throws IOException {
        List<String> all = new ArrayList<>(headers);
        all.add("Content-Length: " + body.length);
        try (Wire wire = connect()) {
            return wire.head("POST " + WebContainer.PATH + path, all)
                    .bytes(body)
                    .answer();
        }
    }

    Answer post(List<String> headers, byte[] body) throws IOException {
        return post("", headers, body);
    }

    @Override
    public void close() throws Exception {
        container.close();
    }
}
