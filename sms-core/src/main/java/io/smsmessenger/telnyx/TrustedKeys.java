package io.smsmessenger.telnyx;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

/**
 * Reads configured public keys and refuses those with which anybody could sign: points of small order, for which one
 * signature fits every message, and spellings that are not the canonical one.
 */
final class TrustedKeys {
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    private static final int SIGN_BIT = 0x80;

    /** The prime of the field. */
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /** The second coordinate of two of the four points of order eight; that of the others is its negative. */
    private static final BigInteger ORDER_8 =
            new BigInteger("2707385501144840649318225287225658788936804267575313519463743609750303402022");

    /** The second coordinates of all points of small order. */
    private static final List<BigInteger> SMALL_ORDER =
            List.of(BigInteger.ZERO, BigInteger.ONE, P.subtract(BigInteger.ONE), ORDER_8, P.subtract(ORDER_8));

    private static final String HELP =
            " It is on the page \"Keys & Credentials\" of the Telnyx portal, 44 characters that end in \"=\".";

    private TrustedKeys() {}

    /**
     * Reads a key.
     *
     * @param base64 as the Telnyx portal shows it
     * @throws IllegalArgumentException when it is no key or a weak one; the message says what is wrong and does not
     *     repeat the key
     */
    static WebhookKey read(String base64) {
        byte[] raw;
        try {
            raw = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalArgumentException("The Telnyx public key is not base64." + HELP);
        }
        if (raw.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "The Telnyx public key has " + raw.length + " bytes, and Ed25519 keys have 32." + HELP);
        }
        if (isWeak(raw)) {
            throw new IllegalArgumentException("The Telnyx public key is one that anybody can sign for." + HELP);
        }
        return checked(raw);
    }

    private static boolean isWeak(byte[] raw) {
        byte[] bigEndian = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            bigEndian[i] = raw[KEY_BYTES - 1 - i];
        }
        bigEndian[0] &= (byte) ~SIGN_BIT;
        BigInteger y = new BigInteger(1, bigEndian);
        return y.compareTo(P) >= 0 || SMALL_ORDER.contains(y);
    }

    private static WebhookKey checked(byte[] raw) {
        WebhookKey key;
        try {
            key = JdkWebhookKey.of(raw);
        } catch (GeneralSecurityException noPoint) {
            throw new IllegalArgumentException("The Telnyx public key is no Ed25519 key." + HELP);
        }
        // The signature that fits every message under a key of small order: the neutral element, and zero.
        byte[] forAnything = new byte[SIGNATURE_BYTES];
        forAnything[0] = 1;
        if (key.signed(new byte[0], new byte[0], forAnything)) {
            throw new IllegalArgumentException("The Telnyx public key is one that anybody can sign for." + HELP);
        }
        return key;
    }
}
