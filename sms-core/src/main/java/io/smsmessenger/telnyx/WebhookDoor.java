package io.smsmessenger.telnyx;

import static io.smsmessenger.provider.WebhookRefusedException.Reason.BAD_SIGNATURE;
import static io.smsmessenger.provider.WebhookRefusedException.Reason.MALFORMED_HEADER;
import static io.smsmessenger.provider.WebhookRefusedException.Reason.MISSING_HEADER;
import static io.smsmessenger.provider.WebhookRefusedException.Reason.STALE;

import io.smsmessenger.provider.WebhookRefusedException;
import io.smsmessenger.provider.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Lets in only what Telnyx signed lately: Ed25519 over the timestamp, a bar and the raw body. Cheap checks come first,
 * since each signature that is looked at costs half a millisecond.
 */
final class WebhookDoor {
    private static final String SIGNATURE = "telnyx-signature-ed25519";
    private static final String TIMESTAMP = "telnyx-timestamp";
    private static final int BASE64_LENGTH = 88;
    private static final int SIGNATURE_BYTES = 64;

    /** Seconds until far beyond the year 3000 have no more. */
    private static final int MAX_TIMESTAMP_DIGITS = 11;

    private final List<WebhookKey> keys;
    private final Clock clock;
    private final Duration tolerance;

    WebhookDoor(List<WebhookKey> keys, Clock clock, Duration tolerance) {
        this.keys = List.copyOf(keys);
        this.clock = clock;
        this.tolerance = tolerance;
    }

    /** When the request was signed; refused if it is not of one of the trusted keys and of these minutes. */
    Instant check(WebhookRequest request) throws WebhookRefusedException {
        String timestamp = only(request, TIMESTAMP);
        String signature = only(request, SIGNATURE);
        Instant signedAt = signedAt(timestamp);
        byte[] bytes = decoded(signature);
        byte[] prefix = (timestamp + "|").getBytes(StandardCharsets.US_ASCII);
        for (WebhookKey key : keys) {
            if (key.signed(prefix, request.body(), bytes)) {
                return signedAt;
            }
        }
        throw new WebhookRefusedException(BAD_SIGNATURE);
    }

    private static String only(WebhookRequest request, String name) throws WebhookRefusedException {
        List<String> values = request.header(name);
        if (values.size() != 1) {
            throw new WebhookRefusedException(values.isEmpty() ? MISSING_HEADER : MALFORMED_HEADER);
        }
        return values.get(0);
    }

    private Instant signedAt(String timestamp) throws WebhookRefusedException {
        if (timestamp.length() > MAX_TIMESTAMP_DIGITS || !Digits.areDigits(timestamp)) {
            throw new WebhookRefusedException(MALFORMED_HEADER);
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(signedAt, clock.instant()).abs().compareTo(tolerance) > 0) {
            throw new WebhookRefusedException(STALE);
        }
        return signedAt;
    }

    /** Base64 has several spellings of the same bytes; one of them only is let in. */
    private static byte[] decoded(String signature) throws WebhookRefusedException {
        if (signature.length() == BASE64_LENGTH) {
            byte[] text = signature.getBytes(StandardCharsets.ISO_8859_1);
            try {
                byte[] bytes = Base64.getDecoder().decode(text);
                if (bytes.length == SIGNATURE_BYTES
                        && Arrays.equals(Base64.getEncoder().encode(bytes), text)) {
                    return bytes;
                }
            } catch (IllegalArgumentException noBase64) {
                throw new WebhookRefusedException(MALFORMED_HEADER);
            }
        }
        throw new WebhookRefusedException(MALFORMED_HEADER);
    }
}
