package io.smsmessenger.examples.simulator;

import io.smsmessenger.examples.simulator.api.Surface;
import io.smsmessenger.examples.simulator.carrier.Carrier;
import io.smsmessenger.examples.simulator.carrier.Chance;
import io.smsmessenger.examples.simulator.carrier.Countries;
import io.smsmessenger.examples.simulator.carrier.Network;
import io.smsmessenger.examples.simulator.carrier.Signer;
import io.smsmessenger.examples.simulator.http.Exchange;
import io.smsmessenger.examples.simulator.http.JdkServer;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.state.Event;
import io.smsmessenger.examples.simulator.state.Journal;
import io.smsmessenger.examples.simulator.state.JournalEntry;
import io.smsmessenger.examples.simulator.state.Message;
import io.smsmessenger.examples.simulator.state.SendCount;
import io.smsmessenger.examples.simulator.state.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Telnyx, simulated: its v2 API over HTTP, webhooks signed with a real key, and customers' handsets to text from. Any
 * number of them may run in one JVM.
 *
 * <pre>{@code
 * try (TelnyxSimulator telnyx = TelnyxSimulator.builder().timings(Timings.fast()).start()) {
 *     String profile = telnyx.addProfile("Demo", "http://127.0.0.1:8080/webhooks");
 *     telnyx.addNumber("+13035550142", profile);
 *     telnyx.handset("+12025550123").text("+13035550142", "Hello");
 *     telnyx.awaitIdle(Duration.ofSeconds(5));
 * }
 * }</pre>
 */
public final class TelnyxSimulator implements AutoCloseable {
    private volatile String apiKey;
    private final Signer signer;
    private final Journal journal;
    private final Carrier carrier;
    private final Surface surface;
    private @Nullable JdkServer server;

    private TelnyxSimulator(SimulatorBuilder settings, Store store, Journal journal) {
        this.apiKey = settings.apiKey;
        this.signer = Signer.open(settings.dataDirectory);
        this.journal = journal;
        Chance chance = new Chance(settings.seed + store.changes());
        this.carrier = new Carrier(store, signer, settings.timings, settings.clock, chance);
        this.surface = new Surface(carrier, journal, signer, apiKey);
    }

    /** A builder with the defaults. */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    static TelnyxSimulator start(SimulatorBuilder settings) {
        TelnyxSimulator simulator = prepare(settings);
        try {
            simulator.server = JdkServer.start(settings.port, simulator.surface);
            simulator.resume();
            return simulator;
        } catch (IOException failure) {
            simulator.close();
            throw new UncheckedIOException("Cannot listen on port " + settings.port, failure);
        } catch (RuntimeException failure) {
            simulator.close();
            throw failure;
        }
    }

    static TelnyxSimulator prepare(SimulatorBuilder settings) {
        Store store = Store.open(settings.dataDirectory);
        TelnyxSimulator simulator;
        try {
            simulator = new TelnyxSimulator(settings, store, Journal.open(settings.dataDirectory));
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
        try {
            settings.account.forEach(given -> given.accept(simulator));
            return simulator;
        } catch (RuntimeException failure) {
            simulator.close();
            throw failure;
        }
    }

    /** Goes on with what an earlier run left open; call it once, and only after {@link SimulatorBuilder#prepareEmbedded}. */
    public void resume() {
        carrier.resume();
    }

    /** The base URL of the carrier's API, ending in {@code /v2}. */
    public String baseUrl() {
        return rootUrl() + "/v2";
    }

    /** The base URL of everything: the page is at {@code /}, the handset's API at {@code /api}. */
    public String rootUrl() {
        if (server == null) {
            throw new IllegalStateException("This simulator has no server of its own; where it is mounted, you know");
        }
        return "http://127.0.0.1:" + server.port();
    }

    /** The key callers must present. */
    public String apiKey() {
        return apiKey;
    }

    /** Changes the key, as when it was rotated: callers that present the old one are answered 401 until they learn it. */
    public void changeApiKey(String value) {
        apiKey = value;
        surface.apiKey(value);
    }

    /** The key for webhook signatures: base64 of the raw 32 bytes. */
    public String publicKey() {
        return signer.publicKey();
    }

    /** The base64 signature of a webhook body at a time in Unix seconds, made with the simulator's key. */
    public String sign(byte[] body, long timestamp) {
        return signer.sign(body, timestamp);
    }

    /** Adds a messaging profile that allows all countries known here; the answer is its id. */
    public String addProfile(String name, @Nullable String webhookUrl) {
        return addProfile(name, webhookUrl, null);
    }

    /** Adds a messaging profile with a failover URL. */
    public String addProfile(String name, @Nullable String webhookUrl, @Nullable String failoverUrl) {
        return carrier.profiles()
                .create(null, settings(name, webhookUrl, failoverUrl))
                .id();
    }

    void ensureProfile(String id, String name, @Nullable String webhookUrl) {
        if (carrier.store().profiles().get(id).isEmpty()) {
            carrier.profiles().create(id, settings(name, webhookUrl, null));
        }
    }

    private static ObjectNode settings(String name, @Nullable String webhookUrl, @Nullable String failoverUrl) {
        ObjectNode settings =
                Json.object().put("name", name).put("webhook_url", webhookUrl).put("webhook_failover_url", failoverUrl);
        settings.set("whitelisted_destinations", Json.strings(Countries.all()));
        return settings;
    }

    /** Changes a profile's webhook, for hosts that learn their own address late. */
    public void webhook(String profileId, @Nullable String webhookUrl) {
        carrier.store()
                .profiles()
                .get(profileId)
                .ifPresent(profile ->
                        carrier.profiles().patch(profile, Json.object().put("webhook_url", webhookUrl)));
    }

    /** Adds a number to the account, unless it is there; the answer is Telnyx's id for it. */
    public String addNumber(String phoneNumber, @Nullable String profileId) {
        return carrier.numbers().add(phoneNumber, profileId, null).id();
    }

    /** The handset with that number; every number that is not the account's is somebody's handset. */
    public Handset handset(String number) {
        return new Handset(carrier, number);
    }

    /** The operations of Telnyx it knows, each as method, blank and path, such as {@code GET /v2/messages/{id}}. */
    public List<String> operations() {
        return surface.operations();
    }

    /** Every request to {@code /v2} that was read to its end, in order. */
    public List<JournalEntry> journal() {
        return journal.entries();
    }

    /**
     * What the journal knows of the sends, by the value of a query parameter in their {@code webhook_url}: how often
     * each was posted, and whether it was accepted. Sends without it are counted under the empty string.
     */
    public Map<String, SendCount> sendsBy(String parameter) {
        return journal.sendsBy(parameter);
    }

    /** All messages the carrier has, oldest first. */
    public List<Message> messages() {
        return carrier.store().messages().all();
    }

    /** All events with their attempts, oldest first. */
    public List<Event> events() {
        return carrier.store().events().all();
    }

    /** The knobs. */
    public Network network() {
        return carrier.network();
    }

    /** Waits until every webhook that is due was delivered or given up; false when that takes longer. */
    public boolean awaitIdle(Duration limit) throws InterruptedException {
        return carrier.awaitIdle(limit);
    }

    /** Forgets messages, handsets, block rules and events; keeps profiles, numbers and the journal. */
    public void reset() {
        carrier.reset();
    }

    Exchange exchange() {
        return surface;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        carrier.close();
        journal.close();
    }
}
