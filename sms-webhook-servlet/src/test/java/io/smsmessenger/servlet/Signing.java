package io.smsmessenger.servlet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** Signs as Telnyx does: Ed25519 over timestamp, a bar, and the raw body. */
final class Signing {
    private static final int RAW_KEY_LENGTH = 32;

    private final KeyPair keys;

    Signing() throws GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /** Base64 of the raw key, as the carrier's portal shows it. */
    String publicKey() {
        byte[] encoded = keys.getPublic().getEncoded();
        return Base64.getEncoder()
                .encodeToString(Arrays.copyOfRange(encoded, encoded.length - RAW_KEY_LENGTH, encoded.length));
    }

    String signature(String timestamp, byte[] body) throws GeneralSecurityException {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes((timestamp + "|").getBytes(StandardCharsets.US_ASCII));
        signed.writeBytes(body);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(signed.toByteArray());
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
