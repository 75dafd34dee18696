package io.smsmessenger.telnyx;

import static io.smsmessenger.provider.WebhookRefusedException.Reason.BAD_SIGNATURE;
import static io.smsmessenger.provider.WebhookRefusedException.Reason.MALFORMED_HEADER;
import static io.smsmessenger.provider.WebhookRefusedException.Reason.MISSING_HEADER;
import static io.smsmessenger.provider.WebhookRefusedException.Reason.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.provider.WebhookRefusedException;
import io.smsmessenger.provider.WebhookRefusedException.Reason;
import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.testing.SignedWebhook;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookDoorTest {
    private static final KeyPair KEYS = SignedWebhook.newKeys();
    private static final KeyPair NEXT_KEYS = SignedWebhook.newKeys();

    private final SignedWebhook webhook = SignedWebhook.of(KEYS, Fixtures.json("inbound-sms"), Fixtures.NOW);
    private final TelnyxProvider telnyx = TelnyxProvider.builder()
            .apiKey("KEY-of-the-test")
            .publicKey(SignedWebhook.publicKey(NEXT_KEYS))
            .publicKey("  " + SignedWebhook.publicKey(KEYS) + "\n")
            .clock(Clock.fixed(Fixtures.NOW, ZoneOffset.UTC))
            .build();

    @AfterEach
    void close() {
        telnyx.close();
    }

    @Test
    void lets_in_what_any_trusted_key_signed() throws Exception {
        SignedWebhook another = SignedWebhook.of(NEXT_KEYS, webhook.body(), Fixtures.NOW);

        assertThat(telnyx.open(webhook.good())).hasSize(1).isEqualTo(telnyx.open(another.good()));
    }

    @Test
    void finds_headers_whatever_their_case() throws Exception {
        WebhookRequest shouting = new WebhookRequest(
                Map.of(
                        SignedWebhook.SIGNATURE.toUpperCase(Locale.ROOT),
                        webhook.headers().get(SignedWebhook.SIGNATURE),
                        "Telnyx-Timestamp",
                        webhook.headers().get(SignedWebhook.TIMESTAMP)),
                webhook.body());

        assertThat(telnyx.open(shouting)).hasSize(1);
    }

    @Test
    void bytes_that_are_no_utf_8_are_verified_as_they_are() throws Exception {
        byte[] latin = "{\"data\":{\"event_type\":\"caf\u00e9\"}}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(telnyx.open(SignedWebhook.of(KEYS, latin, Fixtures.NOW).good()))
                .hasSize(1);
    }

    @Test
    void refuses_every_defect() {
        refused(webhook.withTamperedBody(), BAD_SIGNATURE);
        refused(webhook.withTamperedSignature(), BAD_SIGNATURE);
        refused(webhook.withTamperedTimestamp(), BAD_SIGNATURE);
        refused(webhook.signedByStranger(), BAD_SIGNATURE);
        refused(webhook.withSignature(new byte[64]), BAD_SIGNATURE);
        refused(webhook.without(SignedWebhook.SIGNATURE), MISSING_HEADER);
        refused(webhook.without(SignedWebhook.TIMESTAMP), MISSING_HEADER);
        refused(webhook.twice(SignedWebhook.SIGNATURE), MALFORMED_HEADER);
        refused(webhook.twice(SignedWebhook.TIMESTAMP), MALFORMED_HEADER);
        refused(webhook.withLineBreakInSignature(), MALFORMED_HEADER);
        refused(webhook.withSignatureOf(0), MALFORMED_HEADER);
        refused(webhook.withSignatureOf(63), MALFORMED_HEADER);
        refused(webhook.withSignatureOf(65), MALFORMED_HEADER);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -299, 0, 299, 300})
    void lets_in_what_was_signed_within_five_minutes(long seconds) throws Exception {
        assertThat(telnyx.open(webhook.fromTheFuture(Duration.ofSeconds(seconds))))
                .hasSize(1);
    }

    @Test
    void refuses_what_was_signed_longer_ago_or_later() {
        refused(webhook.expired(Duration.ofSeconds(301)), STALE);
        refused(webhook.fromTheFuture(Duration.ofSeconds(301)), STALE);
        refused(webhook.expired(Duration.ofDays(4000)), STALE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "-1795428000",
                "+1795428000",
                "1795428000 ",
                " 1795428000",
                "1795428000.0",
                "1.795428e9",
                "0x6B03EE60",
                "999999999999",
                "99999999999999999999999",
                "\u0661795428000",
                "1795428000,1"
            })
    void a_timestamp_is_digits(String timestamp) {
        refused(webhook.with(SignedWebhook.TIMESTAMP, List.of(timestamp)), MALFORMED_HEADER);
    }

    @Test
    void a_signature_has_one_spelling() {
        String good = webhook.headers().get(SignedWebhook.SIGNATURE).get(0);
        assertThat(good).endsWith("==");
        char last = good.charAt(85);
        // The last character before the padding carries four bits that no byte holds.
        String other = good.substring(0, 85) + (char) (last + 1) + "==";

        refusedSignature(other);
        refusedSignature(good.substring(0, 86));
        refusedSignature(good.substring(0, 87));
        refusedSignature(" " + good.substring(0, 87));
        refusedSignature(good + " ");
        refusedSignature(good.substring(0, 40) + "é" + good.substring(41));
        refusedSignature(good.substring(0, 40) + "-" + good.substring(41));
        refusedSignature("=".repeat(88));
    }

    private void refusedSignature(String value) {
        refused(webhook.with(SignedWebhook.SIGNATURE, List.of(value)), MALFORMED_HEADER);
    }

    /** Adding the order of the group to the second half gives another signature for the same text, if let in. */
    @Test
    void refuses_a_signature_whose_second_half_is_not_reduced() {
        BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] signature = webhook.signature();
        byte[] half = new byte[32];
        for (int i = 0; i < 32; i++) {
            half[i] = signature[63 - i];
        }
        byte[] sum = new BigInteger(1, half).add(order).toByteArray();
        for (int i = 0; i < 32; i++) {
            signature[32 + i] = i < sum.length ? sum[sum.length - 1 - i] : 0;
        }

        refused(webhook.withSignature(signature), BAD_SIGNATURE);
    }

    @Test
    void refuses_two_thousand_flipped_bits() throws Exception {
        Random random = new Random(20261123);
        byte[] body = webhook.body();
        byte[] signature = webhook.signature();
        for (int i = 0; i < 2_000; i++) {
            int bit = random.nextInt((body.length + signature.length) * 8);
            int at = bit / 8;
            WebhookRequest flipped;
            if (at < body.length) {
                byte[] changed = body.clone();
                changed[at] ^= (byte) (1 << (bit % 8));
                flipped = new WebhookRequest(webhook.headers(), changed);
            } else {
                byte[] changed = signature.clone();
                changed[at - body.length] ^= (byte) (1 << (bit % 8));
                flipped = webhook.withSignature(changed);
            }
            refused(flipped, BAD_SIGNATURE);
        }
        assertThat(telnyx.open(webhook.good())).hasSize(1);
    }

    @Test
    void without_a_key_nothing_is_let_in() {
        try (TelnyxProvider sender = TelnyxProvider.builder()
                .apiKey("KEY-of-the-test")
                .withoutWebhooks()
                .build()) {
            assertThatThrownBy(() -> sender.open(webhook.good())).isInstanceOf(WebhookRefusedException.class);
        }
    }

    private void refused(WebhookRequest request, Reason reason) {
        assertThatThrownBy(() -> telnyx.open(request))
                .isInstanceOfSatisfying(
                        WebhookRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
