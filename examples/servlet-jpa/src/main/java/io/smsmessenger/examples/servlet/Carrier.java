package io.smsmessenger.examples.servlet;

import io.smsmessenger.examples.servlet.Settings.RealAccount;
import io.smsmessenger.examples.simulator.TelnyxSimulator;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Telnyx, real or simulated; the client that talks to it is the same.
 *
 * @param provider the client
 * @param number a number of the account
 * @param profile the carrier's id of the messaging profile that the number is on
 * @param webhookUrl our webhook as the carrier reaches it
 * @param simulator the simulator, null with the real one
 */
record Carrier(
        TelnyxProvider provider,
        String number,
        String profile,
        URI webhookUrl,
        @Nullable TelnyxSimulator simulator) implements AutoCloseable {
    private static final String SIMULATED_NUMBER = "+13035550142";
    private static final String SIMULATED_PROFILE = "5e1f0000-0000-4000-8000-0000000000b2";

    static Carrier real(RealAccount account) {
        return new Carrier(
                TelnyxProvider.fromEnvironment(),
                account.number(),
                account.profile(),
                URI.create(account.webhookUrl()),
                null);
    }

    static Carrier simulated(Path directory, String webhookUrl) {
        TelnyxSimulator simulator = TelnyxSimulator.builder()
                .dataDirectory(directory)
                .profile(SIMULATED_PROFILE, "Shop", webhookUrl)
                .number(SIMULATED_NUMBER, SIMULATED_PROFILE)
                .start();
        TelnyxProvider provider = TelnyxProvider.builder()
                .apiKey(simulator.apiKey())
                .publicKey(simulator.publicKey())
                .baseUrl(URI.create(simulator.baseUrl()))
                .build();
        return new Carrier(provider, SIMULATED_NUMBER, SIMULATED_PROFILE, URI.create(webhookUrl), simulator);
    }

    @Override
    public void close() {
        provider.close();
        if (simulator != null) {
            simulator.close();
        }
    }
}
