package io.smsmessenger.telnyx;

import io.smsmessenger.http.HttpAddress;
import io.smsmessenger.http.HttpLimits;
import io.smsmessenger.http.OneShotHttp;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.SegmentCount;
import io.smsmessenger.provider.MessageLookup;
import io.smsmessenger.provider.MessageRecords;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SentTrace;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.provider.WebhookRefusedException;
import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.text.Alphabet;
import io.smsmessenger.text.Segments;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Telnyx, API version 2, for one account.
 *
 * <p>A send is one HTTP request and never a second one. What Telnyx refuses by a documented code is refused; what
 * certainly did not reach it, and a too-many-requests, may go later; every other end is unknown. Webhooks are opened
 * only when an Ed25519 signature of a trusted key fits their raw bytes and is at most {@link Builder#tolerance} old.
 *
 * <p>Safe for use by many threads. Keeps connections open; {@link #close()} lets go of them.
 */
public final class TelnyxProvider implements SmsProvider, MessageLookup, MessageRecords, AutoCloseable {
    /** Telnyx's address. */
    public static final URI DEFAULT_BASE_URL = URI.create("https://api.telnyx.com/v2");

    /** How far a webhook's time may be from ours, either way, unless told otherwise: as Telnyx's own libraries do. */
    public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

    /** Longest wait for a connection, unless told otherwise. */
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** Longest wait for the end of a whole request, unless told otherwise. */
    public static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(10);

    private static final int MAX_PARTS = 10;
    private static final int MAX_MEDIA = 10;

    private final URI baseUrl;
    private final HttpAddress messages;
    private final RecordSearch records;
    private final OneShotHttp http;
    private final ApiKey apiKey;
    private final @Nullable WebhookDoor door;
    private final Clock clock;
    private final Outcomes outcomes;

    private TelnyxProvider(Builder builder, ApiKey apiKey, List<WebhookKey> keys) {
        baseUrl = builder.baseUrl;
        messages = HttpAddress.of(baseUrl).with("messages");
        http = new OneShotHttp(new HttpLimits(builder.connectTimeout, builder.callTimeout, Json.MAX_BYTES));
        records = new RecordSearch(http, HttpAddress.of(baseUrl).with("detail_records"));
        this.apiKey = apiKey;
        clock = builder.clock;
        door = keys.isEmpty() ? null : new WebhookDoor(keys, clock, builder.tolerance);
        outcomes = new Outcomes(clock);
    }

    /** A provider yet to be described. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A provider for the account of the environment variables {@code TELNYX_API_KEY} and {@code TELNYX_PUBLIC_KEY} (one
     * key, or several with commas between them).
     *
     * @throws IllegalStateException when one is missing; the message says where to find it
     * @throws IllegalArgumentException when one is no key
     */
    public static TelnyxProvider fromEnvironment() {
        return TelnyxEnvironment.read(System::getenv).build();
    }

    @Override
    public String name() {
        return "telnyx";
    }

    /** Counts by Telnyx's own alphabet; its smart encoding, where switched on, can make it fewer parts. */
    @Override
    public SegmentCount segments(String text) {
        return Segments.count(text, Alphabet.TELNYX);
    }

    @Override
    public int maxParts() {
        return MAX_PARTS;
    }

    /** Ten, and Telnyx also wants all of them together to stay below 1 MB (code 40317). */
    @Override
    public int maxMedia() {
        return MAX_MEDIA;
    }

    @Override
    public SendOutcome send(OutboundSms sms) {
        Optional<Map<String, String>> headers = headers();
        return headers.isPresent()
                ? outcomes.of(http.post(messages, headers.get(), MessageJson.write(sms)))
                : new SendOutcome.NotSent(
                        new Failure(FailureReason.ACCOUNT, null, "there is no usable API key"),
                        SendOutcome.Lane.ACCOUNT,
                        null);
    }

    /** Asks Telnyx, which knows messages of the last ten days. */
    @Override
    public Lookup find(ProviderMessageId id) {
        Optional<Map<String, String>> headers = headers();
        return headers.isPresent()
                ? LookupReader.read(http.get(messages.with(id.value()), headers.get()), id, clock.instant())
                : new Lookup.Unavailable("there is no usable API key");
    }

    /**
     * Searches Telnyx's detail records, which know a message once it has left Telnyx's queue. At most
     * {@value RecordSearch#MAX_PAGES} pages of {@value RecordSearch#PAGE_SIZE} records are read; what goes on behind
     * them is unavailable, not missing.
     */
    @Override
    public Lookup search(SentTrace trace) {
        Optional<Map<String, String>> headers = headers();
        return headers.isPresent()
                ? records.search(trace, headers.get())
                : new Lookup.Unavailable("there is no usable API key");
    }

    private Optional<Map<String, String>> headers() {
        return apiKey.current()
                .map(key -> Map.of(
                        "Authorization", "Bearer " + key,
                        "Accept", "application/json",
                        "User-Agent", "sms-messenger"));
    }

    @Override
    public List<ProviderEvent> open(WebhookRequest request) throws WebhookRefusedException {
        if (door == null) {
            // Made without keys on purpose: then nothing can be trusted.
            throw new WebhookRefusedException(WebhookRefusedException.Reason.BAD_SIGNATURE);
        }
        Instant signedAt = door.check(request);
        return List.of(WebhookReader.read(request.body(), signedAt));
    }

    @Override
    public List<ProviderEvent> reread(byte[] verifiedBody) {
        return List.of(WebhookReader.read(verifiedBody, clock.instant()));
    }

    /** Lets go of connections and threads. A request under way ends undisturbed; no further one can be made. */
    @Override
    public void close() {
        http.close();
    }

    @Override
    public String toString() {
        return "TelnyxProvider[" + baseUrl + (door == null ? ", without webhooks]" : "]");
    }

    /** Describes a {@link TelnyxProvider}: an API key and a public key are all it needs. */
    public static final class Builder {
        private final List<String> publicKeys = new ArrayList<>();
        private @Nullable Supplier<String> apiKey;
        private URI baseUrl = DEFAULT_BASE_URL;
        private boolean plainHttp;
        private boolean webhooks = true;
        private Clock clock = Clock.systemUTC();
        private Duration tolerance = DEFAULT_TOLERANCE;
        private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
        private Duration callTimeout = DEFAULT_CALL_TIMEOUT;

        private Builder() {}

        /** The API key, from the page "API Keys" of the Telnyx portal. */
        public Builder apiKey(String key) {
            if (!ApiKey.isUsable(key.strip())) {
                throw new IllegalArgumentException("The Telnyx API key is empty or holds characters that no key has."
                        + " It is on the page \"API Keys\" of the Telnyx portal and starts with KEY.");
            }
            return apiKey(() -> key);
        }

        /**
         * Where to get the API key, asked at each request and by many threads, so that a key can be changed while the
         * program runs. While it gives none or throws, messages wait.
         */
        public Builder apiKey(Supplier<String> source) {
            apiKey = source;
            return this;
        }

        /**
         * A public key that webhooks are signed with, in base64, from the page "Keys &amp; Credentials" of the Telnyx
         * portal. Call it again for further keys, so that keys can be changed without a gap.
         */
        public Builder publicKey(String base64) {
            publicKeys.add(base64);
            return this;
        }

        /** Says that this provider only sends: no public key is needed, and every webhook is refused. */
        public Builder withoutWebhooks() {
            webhooks = false;
            return this;
        }

        /** Another address than Telnyx's own, for a simulator or a proxy: https, or http to this machine itself. */
        public Builder baseUrl(URI url) {
            baseUrl = url;
            return this;
        }

        /** Lets {@link #baseUrl} be http to another machine, where the API key can be read on the way: for tests. */
        public Builder allowPlainHttp() {
            plainHttp = true;
            return this;
        }

        /** The clock that webhooks' times are compared with; the system's if not set. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * How far a webhook's time may be from ours, either way. Not less than five minutes is wise: Telnyx does not say
         * whether it signs a repeated webhook anew.
         */
        public Builder tolerance(Duration tolerance) {
            this.tolerance = tolerance;
            return this;
        }

        /** Longest wait for a connection. */
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = timeout;
            return this;
        }

        /** Longest wait for the end of a whole request. A send that ends by it is unknown, so do not be stingy. */
        public Builder callTimeout(Duration timeout) {
            callTimeout = timeout;
            return this;
        }

        /**
         * Makes the provider; no connection is made yet.
         *
         * @throws IllegalStateException when a key is missing
         * @throws IllegalArgumentException when something given cannot be used; the message never repeats a key
         */
        public TelnyxProvider build() {
            if (apiKey == null) {
                throw new IllegalStateException("Telnyx needs an API key: call apiKey(...).");
            }
            if (webhooks && publicKeys.isEmpty()) {
                throw new IllegalStateException("Without Telnyx's public key no webhook can be trusted: no text could"
                        + " come in and no receipt. Call publicKey(...) with the key from the page \"Keys &"
                        + " Credentials\" of the Telnyx portal, or withoutWebhooks() if this program only sends.");
            }
            if (tolerance.isNegative() || tolerance.isZero()) {
                throw new IllegalArgumentException("The tolerance for webhooks' times must be positive.");
            }
            BaseUrls.check(baseUrl, plainHttp);
            List<WebhookKey> keys =
                    webhooks ? publicKeys.stream().map(TrustedKeys::read).toList() : List.of();
            return new TelnyxProvider(this, new ApiKey(apiKey), keys);
        }
    }
}
