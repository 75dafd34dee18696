package io.smsmessenger.spring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The keys of the Telnyx account, from our properties or from the variables that Telnyx's own documents use. */
final class TelnyxKeys {
    private final @Nullable String apiKey;
    private final List<String> publicKeys;

    private TelnyxKeys(@Nullable String apiKey, List<String> publicKeys) {
        this.apiKey = apiKey;
        this.publicKeys = publicKeys;
    }

    static TelnyxKeys of(SmsTelnyxProperties telnyx, Environment environment) {
        List<String> publicKeys = telnyx.publicKey().isEmpty()
                ? separated(environment.getProperty("TELNYX_PUBLIC_KEY", ""))
                : telnyx.publicKey().stream()
                        .flatMap(each -> separated(each).stream())
                        .toList();
        if (publicKeys.isEmpty() && isSet(environment.getProperty("TELNYX_WEBHOOK_SECRET"))) {
            throw new SetupException(
                    "TELNYX_WEBHOOK_SECRET is set, but webhooks of Telnyx's API v2 have no shared secret: Telnyx signs"
                            + " them with a key pair (Ed25519), of which you need the public key.",
                    "Set sms.telnyx.public-key (or TELNYX_PUBLIC_KEY) to the key from the page \"Keys & Credentials\" of"
                            + " the Telnyx portal, and remove TELNYX_WEBHOOK_SECRET.");
        }
        String apiKey = isSet(telnyx.apiKey()) ? telnyx.apiKey() : environment.getProperty("TELNYX_API_KEY");
        return new TelnyxKeys(apiKey, publicKeys);
    }

    String apiKey() {
        if (apiKey == null || apiKey.isBlank()) {
            throw new SetupException(
                    "SMS Messenger has no API key for Telnyx.",
                    "Set sms.telnyx.api-key (or TELNYX_API_KEY) to a key from the page \"API Keys\" of the Telnyx"
                            + " portal. To try without an account, start telnyx-simulator and set sms.telnyx.base-url to"
                            + " its address; or bring an SmsProvider bean of your own.");
        }
        return apiKey.strip();
    }

    List<String> publicKeys() {
        return publicKeys;
    }

    void requirePublicKeys() {
        if (publicKeys.isEmpty()) {
            throw new SetupException(
                    "The webhook is switched on, and without Telnyx's public key nothing that comes in can be trusted:"
                            + " no text and no receipt.",
                    "Set sms.telnyx.public-key (or TELNYX_PUBLIC_KEY) to the key from the page \"Keys & Credentials\" of"
                            + " the Telnyx portal; or, if this node only sends, sms.webhook.enabled=false.");
        }
    }

    private static List<String> separated(String keys) {
        return Stream.of(keys)
                .flatMap(each -> Arrays.stream(each.split("[,\\s]+", -1)))
                .filter(TelnyxKeys::isSet)
                .toList();
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
