package io.smsmessenger.examples.servlet;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says.
 *
 * @param port where to listen, on this machine only; 0 takes a free one
 * @param data where the database and the simulated carrier are kept
 * @param telnyx the real account, null for the simulated one
 */
record Settings(int port, Path data, @Nullable RealAccount telnyx) {
    static Settings from(Map<String, String> environment) {
        boolean real = environment.containsKey("TELNYX_API_KEY") || environment.containsKey("TELNYX_PUBLIC_KEY");
        return new Settings(
                Integer.parseInt(environment.getOrDefault("PORT", "8080")),
                Path.of(environment.getOrDefault("DATA", System.getProperty("data", "data"))),
                real ? RealAccount.from(environment) : null);
    }

    /**
     * What Telnyx itself needs beside the two keys, which the provider reads.
     *
     * @param number a number of the account
     * @param profile the id of the messaging profile that it is on
     * @param webhookUrl our webhook as Telnyx reaches it, through a tunnel or a proxy
     */
    record RealAccount(String number, String profile, String webhookUrl) {
        static RealAccount from(Map<String, String> environment) {
            return new RealAccount(
                    required(environment, "TELNYX_NUMBER"),
                    required(environment, "TELNYX_PROFILE_ID"),
                    required(environment, "PUBLIC_WEBHOOK_URL"));
        }

        private static String required(Map<String, String> environment, String name) {
            String value = environment.get(name);
            if (value == null || value.isBlank()) {
                throw new IllegalStateException("With a Telnyx key, " + name + " must be set too: see the README.");
            }
            return value;
        }
    }
}
