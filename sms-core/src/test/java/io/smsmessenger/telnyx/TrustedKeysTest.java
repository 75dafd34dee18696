package io.smsmessenger.telnyx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.testing.SignedWebhook;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedKeysTest {
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);

    /** RFC 8032, section 7.1: key, message and signature of tests 1, 2 and 3. */
    @ParameterizedTest
    @CsvSource({
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void verifies_the_standard_vectors(String key, String message, String signature) {
        WebhookKey trusted = TrustedKeys.read(base64(HexFormat.of().parseHex(key)));
        byte[] text = HexFormat.of().parseHex(message);
        byte[] good = HexFormat.of().parseHex(signature);
        byte[] bad = good.clone();
        bad[0] ^= 1;

        assertThat(trusted.signed(new byte[0], text, good)).isTrue();
        assertThat(trusted.signed(text, new byte[0], good)).isTrue();
        assertThat(trusted.signed("1".getBytes(US_ASCII), text, good)).isFalse();
        assertThat(trusted.signed(new byte[0], text, bad)).isFalse();
        assertThat(trusted.signed(new byte[0], text, new byte[63])).isFalse();
    }

    @Test
    void takes_the_key_as_it_was_pasted() {
        String key = SignedWebhook.publicKey(SignedWebhook.newKeys());

        assertThat(key).hasSize(44);
        assertThat(TrustedKeys.read(" \t" + key + "\r\n")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "KEY0123456789ABCDEF_abc", "AAAA", "-----BEGIN PUBLIC KEY-----"})
    void refuses_what_is_no_key_and_says_where_to_find_one(String text) {
        assertThatThrownBy(() -> TrustedKeys.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Keys & Credentials")
                .satisfies(e -> assertThat(text.isEmpty() || !e.getMessage().contains(text))
                        .isTrue());
    }

    @Test
    void refuses_bytes_that_are_no_point() {
        byte[] noPoint = new byte[32];
        noPoint[0] = 2;

        refused(noPoint);
        refused(HexFormat.of().parseHex("ff".repeat(32)));
        refused(new byte[31]);
        refused(new byte[33]);
    }

    static Stream<byte[]> weakKeys() {
        List<byte[]> keys = new ArrayList<>();
        for (BigInteger y : smallOrder()) {
            // The same point can be written with its coordinate plus the prime where that fits.
            for (BigInteger spelling : List.of(y, y.add(P))) {
                if (spelling.bitLength() <= 255) {
                    keys.add(littleEndian(spelling, false));
                    keys.add(littleEndian(spelling, true));
                }
            }
        }
        return keys.stream();
    }

    @ParameterizedTest
    @MethodSource("weakKeys")
    void refuses_points_of_small_order_in_every_spelling(byte[] key) {
        refused(key);
    }

    @Test
    void there_are_fourteen_such_spellings() {
        assertThat(weakKeys()).hasSize(14);
    }

    @Test
    void refuses_every_other_spelling_that_is_not_canonical() {
        for (int i = 0; i < 19; i++) {
            BigInteger y = P.add(BigInteger.valueOf(i));
            refused(littleEndian(y, false));
            refused(littleEndian(y, true));
        }
    }

    /** Found by arithmetic: what doubled three times is the neutral element. */
    private static List<BigInteger> smallOrder() {
        BigInteger two = BigInteger.TWO;
        // Doubling gives y = 0, a point of order four, where twice y squared is one minus d times y to the fourth.
        BigInteger root = root(D.add(BigInteger.ONE).multiply(BigInteger.valueOf(4)));
        List<BigInteger> found = new ArrayList<>(List.of(BigInteger.ZERO, BigInteger.ONE, P.subtract(BigInteger.ONE)));
        for (BigInteger sign : List.of(root, root.negate())) {
            BigInteger square =
                    sign.subtract(two).multiply(D.multiply(two).modInverse(P)).mod(P);
            BigInteger y = root(square);
            if (y.multiply(y).mod(P).equals(square)) {
                found.add(y);
                found.add(P.subtract(y));
            }
        }
        return found;
    }

    private static BigInteger root(BigInteger of) {
        BigInteger value = of.mod(P);
        BigInteger root = value.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        BigInteger turned = root.multiply(
                        BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P))
                .mod(P);
        return root.multiply(root).mod(P).equals(value) ? root : turned;
    }

    private static byte[] littleEndian(BigInteger y, boolean sign) {
        byte[] key = new byte[32];
        for (int i = 0; i < 32; i++) {
            key[i] = y.shiftRight(8 * i).byteValue();
        }
        if (sign) {
            key[31] |= (byte) 0x80;
        }
        return key;
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static void refused(byte[] key) {
        assertThatThrownBy(() -> TrustedKeys.read(base64(key)))
                .as(HexFormat.of().formatHex(key))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
