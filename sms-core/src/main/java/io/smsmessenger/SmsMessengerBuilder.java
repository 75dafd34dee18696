package io.smsmessenger;

import io.smsmessenger.model.ProviderAccount;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.receiving.ReceivingSettings;
import io.smsmessenger.sending.Prices;
import io.smsmessenger.sending.RecipientZones;
import io.smsmessenger.sending.SendRule;
import io.smsmessenger.sending.SendingSettings;
import io.smsmessenger.store.SmsStore;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts an {@link SmsMessenger} together: a store and a provider are all it needs. */
public final class SmsMessengerBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(SmsMessengerBuilder.class);

    final Map<String, Registered> providers = new LinkedHashMap<>();
    final List<SmsListener> listeners = new ArrayList<>();
    private @Nullable SmsStore store;
    SendingSettings sending = SendingSettings.defaults();
    ReceivingSettings receiving = ReceivingSettings.defaults();
    RecipientZones zones = RecipientZones.byNumber();
    Prices prices = Prices.none();
    final List<SendRule> rules = new ArrayList<>();
    Clock clock = Clock.systemUTC();
    RandomGenerator random = new SecureRandom();
    private @Nullable URI publicWebhookUrl;

    SmsMessengerBuilder() {}

    /** Where everything is kept. */
    public SmsMessengerBuilder store(SmsStore where) {
        store = where;
        return this;
    }

    /** The provider of the one account that most hosts have. */
    public SmsMessengerBuilder provider(SmsProvider provider) {
        return account(ProviderAccount.DEFAULT, ProviderAccount.DEFAULT, provider);
    }

    /**
     * A provider account among several.
     *
     * @param reference the host's name for it, unique and lasting: the database refers to it
     * @param tenant whose it is, in the host's words
     * @param provider speaks for it
     */
    public SmsMessengerBuilder account(String reference, String tenant, SmsProvider provider) {
        if (providers.putIfAbsent(reference, new Registered(tenant, provider)) != null) {
            throw new IllegalArgumentException("there are two providers for the account \"" + reference + "\"");
        }
        return this;
    }

    /**
     * Our webhook's address as the carrier reaches it. With it each message carries a random reference, by which an
     * outcome whose answer got lost can still be told.
     */
    public SmsMessengerBuilder publicWebhookUrl(URI url) {
        if (!url.isAbsolute() || url.getHost() == null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the public webhook URL is absolute and has no fragment, like https://host.example/webhooks/telnyx");
        }
        publicWebhookUrl = url;
        return this;
    }

    /** Hears what happens, after it was committed. */
    public SmsMessengerBuilder listener(SmsListener listener) {
        listeners.add(listener);
        return this;
    }

    /** How messages are sent, all of it. */
    public SmsMessengerBuilder sending(SendingSettings settings) {
        sending = settings;
        return this;
    }

    /** Changes some of how messages are sent, and leaves the rest as it stands. */
    public SmsMessengerBuilder sending(Consumer<SendingSettings.Builder> change) {
        SendingSettings.Builder builder = sending.toBuilder();
        change.accept(builder);
        return sending(builder.build());
    }

    /** Where recipients' clocks are, for quiet hours; without it {@link RecipientZones#byNumber()} says. */
    public SmsMessengerBuilder recipientZones(RecipientZones where) {
        zones = where;
        return this;
    }

    /** What messages may cost, for estimates. */
    public SmsMessengerBuilder prices(Prices list) {
        prices = list;
        return this;
    }

    /** A rule of the host's own that may refuse a draft; all are asked. */
    public SmsMessengerBuilder rule(SendRule rule) {
        rules.add(rule);
        return this;
    }

    public SmsMessengerBuilder receiving(ReceivingSettings settings) {
        receiving = settings;
        return this;
    }

    public SmsMessengerBuilder clock(Clock time) {
        clock = time;
        return this;
    }

    /** The source of planted references; it must be unguessable, so change it in tests only. */
    public SmsMessengerBuilder random(RandomGenerator source) {
        random = source;
        return this;
    }

    /**
     * Puts it together and makes the provider accounts known to the store.
     *
     * @throws IllegalStateException when store or provider are missing
     */
    public SmsMessenger build() {
        store();
        if (providers.isEmpty()) {
            throw new IllegalStateException(
                    "SmsMessenger needs a provider: call provider(TelnyxProvider.builder()…build())");
        }
        if (publicWebhookUrl != null) {
            sending = sending.toBuilder().publicWebhookUrl(publicWebhookUrl).build();
        }
        // A STOP must be looked for where it is written.
        sending = sending.toBuilder().consentScope(receiving.keywordScope()).build();
        if (sending.publicWebhookUrl().isEmpty()) {
            LOG.warn("No public webhook URL is set: messages whose outcome gets lost miss their best evidence.");
        }
        return new SmsMessenger(this);
    }

    SmsStore store() {
        if (store == null) {
            throw new IllegalStateException(
                    "SmsMessenger needs a store: call store(JpaSmsStore.of(…)), or store(new InMemorySmsStore()) for a"
                            + " trial");
        }
        return store;
    }

    record Registered(String tenant, SmsProvider provider) {
        Registered {
            Objects.requireNonNull(provider, "provider");
        }
    }
}
