package io.smsmessenger.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SendOutcome.Accepted;
import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.testing.SignedWebhook;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.Callable;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a host pays in garbage, against doing the same by hand. The only figure that a busy machine does not touch. */
class AllocationTest {
    private static final int WARM_UP = 800;
    private static final int MEASURED = 200;
    private static final double SEND_LIMIT = 1.25;
    private static final double OPEN_LIMIT = 1.10;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final JsonMapper mapper = JsonMapper.builder().build();

    @Test
    void a_send_allocates_little_more_than_a_bare_http_call() throws Exception {
        try (RawTelnyx server = new RawTelnyx();
                TelnyxProvider telnyx = TelnyxProvider.builder()
                        .apiKey("KEY-of-the-test")
                        .withoutWebhooks()
                        .baseUrl(server.baseUrl())
                        .build()) {
            OutboundSms sms = Fixtures.sms();
            OkHttpClient bare = new OkHttpClient();

            long byHand = bytes(() -> bareSend(bare, server.baseUrl() + "/messages", sms));
            long ours = bytes(() -> assertAccepted(telnyx, sms));
            bare.connectionPool().evictAll();

            assertThat((double) ours / byHand)
                    .as("%d bytes against %d", ours, byHand)
                    .isLessThan(SEND_LIMIT);
        }
    }

    private static Object assertAccepted(TelnyxProvider telnyx, OutboundSms sms) {
        Object outcome = telnyx.send(sms);
        if (!(outcome instanceof Accepted)) {
            throw new AssertionError(outcome);
        }
        return outcome;
    }

    private Object bareSend(OkHttpClient client, String url, OutboundSms sms) throws Exception {
        byte[] json = mapper.writeValueAsBytes(mapper.createObjectNode()
                .put("from", sms.from().value())
                .put("to", sms.to().value())
                .put("text", sms.content().text())
                .put("messaging_profile_id", sms.providerProfileId())
                .put("webhook_url", String.valueOf(sms.statusUrl()))
                .put("use_profile_webhooks", true));
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer KEY-of-the-test")
                .post(RequestBody.create(json, MediaType.get("application/json")))
                .build();
        try (Response response = client.newCall(request).execute()) {
            return mapper.readTree(response.body().bytes())
                    .path("data")
                    .path("id")
                    .asString();
        }
    }

    @Test
    void opening_a_webhook_allocates_little_more_than_verifying_and_binding_it() throws Exception {
        KeyPair keys = SignedWebhook.newKeys();
        SignedWebhook webhook = SignedWebhook.of(keys, Fixtures.json("inbound-sms"), Fixtures.NOW);
        WebhookRequest request = webhook.good();
        byte[] body = webhook.body();
        String signature = webhook.headers().get(SignedWebhook.SIGNATURE).get(0);
        byte[] prefix = (Fixtures.NOW.getEpochSecond() + "|").getBytes(StandardCharsets.US_ASCII);
        try (TelnyxProvider telnyx = TelnyxProvider.builder()
                .apiKey("KEY-of-the-test")
                .publicKey(SignedWebhook.publicKey(keys))
                .clock(Clock.fixed(Fixtures.NOW, ZoneOffset.UTC))
                .build()) {
            long byHand = bytes(() -> {
                Signature verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(keys.getPublic());
                verifier.update(prefix);
                verifier.update(body);
                assertThat(verifier.verify(Base64.getDecoder().decode(signature)))
                        .isTrue();
                JsonNode root = mapper.readTree(body);
                return root.path("data").path("payload").path("text").asString();
            });
            long ours = bytes(() -> telnyx.open(request));

            assertThat((double) ours / byHand)
                    .as("%d bytes against %d", ours, byHand)
                    .isLessThan(OPEN_LIMIT);
        }
    }

    /** Bytes that one call allocates on this thread, once everything is warm. */
    private long bytes(Callable<Object> call) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            call.call();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < MEASURED; i++) {
            call.call();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / MEASURED;
    }
}
