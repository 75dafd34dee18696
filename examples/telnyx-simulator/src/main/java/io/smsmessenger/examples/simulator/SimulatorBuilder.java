package io.smsmessenger.examples.simulator;

import io.smsmessenger.examples.simulator.carrier.Timings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says what a {@link TelnyxSimulator} shall be like. */
public final class SimulatorBuilder {
    String apiKey = "KEY-simulated";
    int port;

    @Nullable
    Path dataDirectory;

    Clock clock = Clock.systemUTC();
    long seed = System.nanoTime();
    Timings timings = Timings.real();
    final List<Consumer<TelnyxSimulator>> account = new ArrayList<>();

    SimulatorBuilder() {}

    /** The key callers must present; {@code KEY-simulated} unless set. */
    public SimulatorBuilder apiKey(String value) {
        apiKey = value;
        return this;
    }

    /** The port on the loopback address; 0, the default, takes any free one. */
    public SimulatorBuilder port(int value) {
        port = value;
        return this;
    }

    /** Where state, journal and signing key live; without one they live in memory. */
    public SimulatorBuilder dataDirectory(Path value) {
        dataDirectory = value;
        return this;
    }

    /** The clock for all times that are written or signed; delays are real all the same. */
    public SimulatorBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** The seed of ids and of everything done by chance. */
    public SimulatorBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** How fast the carrier is; {@link Timings#real()} unless set, {@link Timings#fast()} for tests. */
    public SimulatorBuilder timings(Timings value) {
        timings = value;
        return this;
    }

    /** A messaging profile that exists from the start, allowing all countries known here; the id is a UUID of your choice. */
    public SimulatorBuilder profile(String id, String name, @Nullable String webhookUrl) {
        account.add(simulator -> simulator.ensureProfile(id, name, webhookUrl));
        return this;
    }

    /** A phone number that exists from the start, on a profile or on none. */
    public SimulatorBuilder number(String phoneNumber, @Nullable String profileId) {
        account.add(simulator -> simulator.addNumber(phoneNumber, profileId));
        return this;
    }

    /** Starts a simulator with an HTTP server of its own. */
    public TelnyxSimulator start() {
        return TelnyxSimulator.start(this);
    }

    /** Starts a simulator without a server, for {@link SimulatorServlet}. */
    public TelnyxSimulator startEmbedded() {
        TelnyxSimulator simulator = prepareEmbedded();
        simulator.resume();
        return simulator;
    }

    /**
     * The same for hosts that are not up yet: what an earlier run left open, such as webhooks for this very host, waits
     * for {@link TelnyxSimulator#resume()}.
     */
    public TelnyxSimulator prepareEmbedded() {
        return TelnyxSimulator.prepare(this);
    }
}
