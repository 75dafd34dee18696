package io.smsmessenger.telnyx;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the usual variables, and explains what is missing. */
final class TelnyxEnvironment {
    private static final String API_KEY = "TELNYX_API_KEY";
    private static final String PUBLIC_KEY = "TELNYX_PUBLIC_KEY";
    private static final String WEBHOOK_SECRET = "TELNYX_WEBHOOK_SECRET";

    private TelnyxEnvironment() {}

    static TelnyxProvider.Builder read(UnaryOperator<@Nullable String> variables) {
        TelnyxProvider.Builder builder = TelnyxProvider.builder()
                .apiKey(required(
                        variables,
                        API_KEY,
                        "the API key, from the page \"API Keys\" of the Telnyx portal; it starts with KEY"));
        String where = "the public key that webhooks are signed with, from the page \"Keys & Credentials\" of the"
                + " Telnyx portal";
        if (isBlank(variables.apply(PUBLIC_KEY)) && !isBlank(variables.apply(WEBHOOK_SECRET))) {
            throw new IllegalStateException(WEBHOOK_SECRET + " is set, but Telnyx has no shared secret for webhooks"
                    + " of API version 2: it signs them with a key pair. Set " + PUBLIC_KEY + " to " + where + ".");
        }
        for (String key : required(variables, PUBLIC_KEY, where).split("[,\\s]+", -1)) {
            if (!key.isEmpty()) {
                builder.publicKey(key);
            }
        }
        return builder;
    }

    private static String required(UnaryOperator<@Nullable String> variables, String name, String what) {
        String value = variables.apply(name);
        if (value == null || isBlank(value)) {
            throw new IllegalStateException("The environment variable " + name + " is not set. It holds " + what + ".");
        }
        return value.strip();
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
