package io.smsmessenger.sending;

import java.net.URI;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Unguessable references, planted in the carrier's status address so that its events name the message. */
final class References {
    /** The query parameter that carries the reference; providers read it back from the signed event. */
    static final String PARAMETER = "ref";

    private static final int BYTES = 16;

    private final RandomGenerator random;

    References(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static @Nullable URI plant(@Nullable URI webhookUrl, String reference) {
        if (webhookUrl == null) {
            return null;
        }
        String separator = webhookUrl.getRawQuery() == null ? "?" : "&";
        return URI.create(webhookUrl + separator + PARAMETER + "=" + reference);
    }
}
