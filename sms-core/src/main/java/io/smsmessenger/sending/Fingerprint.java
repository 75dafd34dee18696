package io.smsmessenger.sending;

import io.smsmessenger.model.Draft;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells whether a key that comes again brings the same message: a digest of who gets it, what it says, from where, when,
 * and whether a second copy is rather wanted than none. How long it may wait is no part of it: a caller who hands the
 * same text over again counts that from a later moment.
 */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Draft draft) {
        List<String> parts = new ArrayList<>();
        parts.add(draft.to().value());
        parts.add(draft.from() == null ? "" : draft.from().value());
        parts.add(draft.sendAt() == null ? "" : draft.sendAt().toString());
        parts.add(draft.guarantee().name());
        parts.add(draft.content().text());
        for (URI media : draft.content().media()) {
            parts.add(media.toString());
        }
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // Lengths keep "ab" + "c" apart from "a" + "bc".
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
