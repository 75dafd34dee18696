package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Signs webhooks as Telnyx does: Ed25519 over the timestamp, a bar and the raw body. */
public final class Signer {
    private final PrivateKey key;
    private final String publicKey;

    private Signer(PrivateKey key, String publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /** The key of a directory, made on first use; without a directory a new one. */
    public static Signer open(@Nullable Path directory) {
        try {
            Path file = directory == null ? null : directory.resolve("signing-key.json");
            if (file != null && Files.exists(file)) {
                JsonNode saved = Json.mapper().readTree(Files.readString(file));
                byte[] secret = Base64.getDecoder().decode(saved.path("private").asString(""));
                PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret));
                return new Signer(key, saved.path("public").asString(""));
            }
            Signer signer = generate();
            if (file != null) {
                signer.save(file);
            }
            return signer;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read or write the signing key", failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The signing key is unusable", failure);
        }
    }

    private static Signer generate() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] x509 = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(x509, x509.length - 32, x509.length);
        return new Signer(pair.getPrivate(), Base64.getEncoder().encodeToString(raw));
    }

    private void save(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String json = Json.object()
                .put("public", publicKey)
                .put("private", Base64.getEncoder().encodeToString(key.getEncoded()))
                .toString();
        Path written = Files.writeString(file.resolveSibling("signing-key.tmp"), json);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The base64 of the raw 32 bytes, as Telnyx's portal shows it. */
    public String publicKey() {
        return publicKey;
    }

    /** The base64 signature of a body at a time in Unix seconds. */
    public String sign(byte[] body, long timestamp) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update((timestamp + "|").getBytes(StandardCharsets.US_ASCII));
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Cannot sign", failure);
        }
    }
}
