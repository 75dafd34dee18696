package io.smsmessenger.sending;

import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Pace;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How messages are sent. {@link #defaults()} suits most hosts; {@link #toBuilder()} changes one thing at a time. */
public final class SendingSettings {
    private final Builder said;

    private SendingSettings(Builder said) {
        this.said = said;
    }

    /**
     * Eight at a time, a look each second, 60 s leases, unknown after 30 s, 20 s to stop; no pace, no quiet hours, no
     * limit of its own.
     */
    public static SendingSettings defaults() {
        return new Builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** These settings, to be changed into others. */
    public Builder toBuilder() {
        return said.copy();
    }

    /** Our webhook's address as the carrier reaches it; without one, lost outcomes have no planted reference. */
    public Optional<URI> publicWebhookUrl() {
        return Optional.ofNullable(said.publicWebhookUrl);
    }

    /** Which opt-outs stop a message; a profile's include those that a number on no profile got. */
    public Set<ConsentScope.Kind> consentScopes() {
        return Set.copyOf(said.consentScopes);
    }

    /** How many messages this node hands to carriers at the same time. */
    public int concurrency() {
        return said.concurrency;
    }

    /** How many of those may be bulk: the others stay free for one-to-one texts. */
    public int bulkConcurrency() {
        return said.concurrency == 1 ? 1 : said.concurrency - Math.max(1, said.concurrency / 4);
    }

    /** Whether threads are virtual where the JVM has them. */
    public boolean virtualThreads() {
        return said.virtualThreads;
    }

    /** How often the outbox is looked at when nobody nudges. */
    public Duration pollInterval() {
        return said.pollInterval;
    }

    /** How long a claim holds without passing the gate. */
    public Duration lease() {
        return said.lease;
    }

    /** How long after the gate an attempt without a result is called unknown; longer than any provider's time limit. */
    public Duration sendingTimeout() {
        return said.sendingTimeout;
    }

    /** How long {@code close()} waits for messages in flight. */
    public Duration stopTimeout() {
        return said.stopTimeout;
    }

    /** How fast each lane of a kind may go, over all nodes. */
    public Map<Lane.Kind, Pace> paces() {
        return Map.copyOf(said.paces);
    }

    /** When an account is only tried. */
    public Breaker breaker() {
        return said.breaker;
    }

    /** How long after an attempt the carrier's silence begins to mean that it was probably not sent. */
    public Duration settleWindow() {
        return said.settleWindow;
    }

    /** How long after a first attempt of unknown outcome one that wants at least once is sent again; then twice that. */
    public Duration resendAfter() {
        return said.resendAfter;
    }

    /** When recipients are left in peace, if ever. */
    public Optional<QuietHours> quietHours() {
        return Optional.ofNullable(said.quietHours);
    }

    /**
     * How much a user may hand over in how long, if that is limited. Campaigns stop at three quarters of it, rounded up,
     * so that the user can still answer; their rows wait for the time to pass.
     */
    public Optional<Pace> userLimit() {
        return Optional.ofNullable(said.userLimit);
    }

    /** How many messages of one campaign wait in the outbox at most. */
    public int campaignBacklog() {
        return said.campaignBacklog;
    }

    /** Says how messages are sent; what is not said stays as by default. */
    public static final class Builder {
        private @Nullable URI publicWebhookUrl;
        private Set<ConsentScope.Kind> consentScopes = EnumSet.of(ConsentScope.Kind.PROFILE);
        private int concurrency = 8;
        private boolean virtualThreads = true;
        private Duration pollInterval = Duration.ofSeconds(1);
        private Duration lease = Duration.ofSeconds(60);
        private Duration sendingTimeout = Duration.ofSeconds(30);
        private Duration stopTimeout = Duration.ofSeconds(20);
        private Map<Lane.Kind, Pace> paces = new EnumMap<>(Lane.Kind.class);
        private Breaker breaker = Breaker.defaults();
        private Duration settleWindow = Duration.ofMinutes(15);
        private Duration resendAfter = Duration.ofMinutes(1);
        private @Nullable QuietHours quietHours;
        private @Nullable Pace userLimit;
        private int campaignBacklog = 200;

        private Builder() {}

        private Builder copy() {
            Builder copy = new Builder();
            copy.publicWebhookUrl = publicWebhookUrl;
            copy.consentScopes = EnumSet.copyOf(consentScopes);
            copy.concurrency = concurrency;
            copy.virtualThreads = virtualThreads;
            copy.pollInterval = pollInterval;
            copy.lease = lease;
            copy.sendingTimeout = sendingTimeout;
            copy.stopTimeout = stopTimeout;
            copy.paces = new EnumMap<>(paces);
            copy.breaker = breaker;
            copy.settleWindow = settleWindow;
            copy.resendAfter = resendAfter;
            copy.quietHours = quietHours;
            copy.userLimit = userLimit;
            copy.campaignBacklog = campaignBacklog;
            return copy;
        }

        /** Our webhook's address as the carrier reaches it. */
        public Builder publicWebhookUrl(URI url) {
            publicWebhookUrl = url;
            return this;
        }

        /** A further kind of opt-out that stops a message. */
        public Builder consentScope(ConsentScope.Kind kind) {
            consentScopes.add(kind);
            return this;
        }

        /** How many messages are in flight from this node; at least 1, and from 2 on bulk leaves a quarter free. */
        public Builder concurrency(int messages) {
            if (messages < 1) {
                throw new IllegalArgumentException("concurrency is at least 1, not " + messages);
            }
            concurrency = messages;
            return this;
        }

        /** Whether threads are virtual where the JVM has them. */
        public Builder virtualThreads(boolean allowed) {
            virtualThreads = allowed;
            return this;
        }

        public Builder pollInterval(Duration interval) {
            pollInterval = positive("pollInterval", interval);
            return this;
        }

        public Builder lease(Duration duration) {
            lease = positive("lease", duration);
            return this;
        }

        /** Longer than the provider's own time limit for a request, or an answer may come to a message called unknown. */
        public Builder sendingTimeout(Duration timeout) {
            sendingTimeout = positive("sendingTimeout", timeout);
            return this;
        }

        public Builder stopTimeout(Duration timeout) {
            stopTimeout = positive("stopTimeout", timeout);
            return this;
        }

        /** How fast each lane of a kind may go, over all nodes; e.g. what the carrier allows a number. */
        public Builder pace(Lane.Kind kind, Pace pace) {
            paces.put(kind, pace);
            return this;
        }

        public Builder breaker(Breaker rule) {
            breaker = rule;
            return this;
        }

        public Builder settleWindow(Duration window) {
            settleWindow = positive("settleWindow", window);
            return this;
        }

        public Builder resendAfter(Duration wait) {
            resendAfter = positive("resendAfter", wait);
            return this;
        }

        public Builder quietHours(QuietHours hours) {
            quietHours = hours;
            return this;
        }

        /** How much a user may hand over in how long; campaigns use three quarters of it at most. */
        public Builder userLimit(Pace most) {
            userLimit = most;
            return this;
        }

        /** How many messages of one campaign wait in the outbox at most: the fewer, the sooner a pause takes hold. */
        public Builder campaignBacklog(int messages) {
            if (messages < 1) {
                throw new IllegalArgumentException("campaignBacklog is at least 1, not " + messages);
            }
            campaignBacklog = messages;
            return this;
        }

        public SendingSettings build() {
            return new SendingSettings(copy());
        }

        private static Duration positive(String name, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(name + " is longer than nothing, not " + value);
            }
            return value;
        }
    }
}
