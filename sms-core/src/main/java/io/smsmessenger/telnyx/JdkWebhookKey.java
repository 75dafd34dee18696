package io.smsmessenger.telnyx;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 by the JDK. The key is decoded once; the JDK refuses signatures whose second half is not reduced. */
final class JdkWebhookKey implements WebhookKey {
    private static final String ALGORITHM = "Ed25519";

    /** What X.509 writes before the 32 bytes of a key (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PublicKey key;

    private JdkWebhookKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Decodes a key.
     *
     * @param raw 32 bytes
     * @throws GeneralSecurityException when they are no point of the curve
     */
    static JdkWebhookKey of(byte[] raw) throws GeneralSecurityException {
        byte[] x509 = new byte[X509_PREFIX.length + raw.length];
        System.arraycopy(X509_PREFIX, 0, x509, 0, X509_PREFIX.length);
        System.arraycopy(raw, 0, x509, X509_PREFIX.length, raw.length);
        PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(x509));
        // Decoding looks only at the length; whether the bytes are a point is asked here.
        Signature.getInstance(ALGORITHM).initVerify(key);
        return new JdkWebhookKey(key);
    }

    @Override
    public boolean signed(byte[] prefix, byte[] body, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(prefix);
            verifier.update(body);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notEvenASignature) {
            return false;
        }
    }
}
