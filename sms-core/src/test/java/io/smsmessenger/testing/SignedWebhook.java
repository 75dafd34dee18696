package io.smsmessenger.testing;

import io.smsmessenger.provider.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A webhook signed as Telnyx signs: good as it is, and with one verb for each defect. Every defect leaves the rest
 * good, so that a refusal can have one reason only.
 */
public final class SignedWebhook {
    public static final String SIGNATURE = "telnyx-signature-ed25519";
    public static final String TIMESTAMP = "telnyx-timestamp";

    private static final int X509_PREFIX = 12;

    private final KeyPair keys;
    private final byte[] body;
    private final Instant at;

    private SignedWebhook(KeyPair keys, byte[] body, Instant at) {
        this.keys = keys;
        this.body = body;
        this.at = at;
    }

    /** A pair of keys made for one test. */
    public static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as Telnyx's portal shows it. */
    public static String publicKey(KeyPair keys) {
        byte[] x509 = keys.getPublic().getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(x509, X509_PREFIX, x509.length));
    }

    public static SignedWebhook of(KeyPair keys, String json, Instant at) {
        return of(keys, json.getBytes(StandardCharsets.UTF_8), at);
    }

    public static SignedWebhook of(KeyPair keys, byte[] body, Instant at) {
        return new SignedWebhook(keys, body, at);
    }

    /** Signed at another time, and well signed. */
    public SignedWebhook signedAt(Instant another) {
        return new SignedWebhook(keys, body, another);
    }

    /** Nothing wrong with it. */
    public WebhookRequest good() {
        return new WebhookRequest(headers(), body);
    }

    /** Its headers, to be changed at will. */
    public Map<String, List<String>> headers() {
        return headers(keys.getPrivate());
    }

    public byte[] body() {
        return body.clone();
    }

    /** One more space at the end, which changes nothing but the bytes. */
    public WebhookRequest withTamperedBody() {
        byte[] longer = Arrays.copyOf(body, body.length + 1);
        longer[body.length] = ' ';
        return new WebhookRequest(headers(), longer);
    }

    public WebhookRequest withTamperedSignature() {
        byte[] signature = signature();
        signature[10] ^= 1;
        return withSignature(signature);
    }

    /** A second later than the one that was signed. */
    public WebhookRequest withTamperedTimestamp() {
        return with(TIMESTAMP, List.of(Long.toString(at.getEpochSecond() + 1)));
    }

    public WebhookRequest expired(Duration ago) {
        return signedAt(at.minus(ago)).good();
    }

    public WebhookRequest fromTheFuture(Duration ahead) {
        return signedAt(at.plus(ahead)).good();
    }

    public WebhookRequest signedByStranger() {
        return new WebhookRequest(headers(newKeys().getPrivate()), body);
    }

    public WebhookRequest without(String header) {
        return with(header, List.of());
    }

    public WebhookRequest twice(String header) {
        String value = headers().get(header).get(0);
        return with(header, List.of(value, value));
    }

    public WebhookRequest withLineBreakInSignature() {
        String signature = headers().get(SIGNATURE).get(0);
        return with(SIGNATURE, List.of(signature.substring(0, 76) + "\r\n" + signature.substring(76)));
    }

    /** Cut or filled up with zeros, e.g. to 63 or 65 bytes. */
    public WebhookRequest withSignatureOf(int bytes) {
        return withSignature(Arrays.copyOf(signature(), bytes));
    }

    public WebhookRequest withSignature(byte[] signature) {
        return with(SIGNATURE, List.of(Base64.getEncoder().encodeToString(signature)));
    }

    /** With other values for one header, or without it if there are none. */
    public WebhookRequest with(String header, List<String> values) {
        Map<String, List<String>> headers = headers();
        if (values.isEmpty()) {
            headers.remove(header);
        } else {
            headers.put(header, values);
        }
        return new WebhookRequest(headers, body);
    }

    public byte[] signature() {
        return signature(keys.getPrivate());
    }

    private Map<String, List<String>> headers(PrivateKey signer) {
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put(SIGNATURE, List.of(Base64.getEncoder().encodeToString(signature(signer))));
        headers.put(TIMESTAMP, List.of(Long.toString(at.getEpochSecond())));
        headers.put("content-type", List.of("application/json"));
        return headers;
    }

    private byte[] signature(PrivateKey signer) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(signer);
            signature.update((at.getEpochSecond() + "|").getBytes(StandardCharsets.US_ASCII));
            signature.update(body);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
