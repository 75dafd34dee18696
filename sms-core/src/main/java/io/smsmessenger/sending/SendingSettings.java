package io.smsmessenger.sending;

import io.smsmessenger.model.ConsentScope;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How messages are sent.
 *
 * @param publicWebhookUrl our webhook's address as the carrier reaches it; without one, outcomes that got lost have no
 *     planted reference to be settled by
 * @param consentScopes which opt-outs stop a message; a profile's include those that a number on no profile got
 * @param concurrency how many messages are handed to carriers at the same time by this node
 * @param pollInterval how often the outbox is looked at when nobody nudges
 * @param lease how long a claim holds without passing the gate
 * @param sendingTimeout how long after the gate an attempt without a result is called unknown; longer than any
 *     provider's own time limit
 * @param stopTimeout how long {@code close()} waits for messages in flight
 */
public record SendingSettings(
        @Nullable URI publicWebhookUrl,
        Set<ConsentScope.Kind> consentScopes,
        int concurrency,
        Duration pollInterval,
        Duration lease,
        Duration sendingTimeout,
        Duration stopTimeout) {
    public SendingSettings {
        consentScopes = Set.copyOf(consentScopes);
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency is at least 1, not " + concurrency);
        }
        positive("pollInterval", pollInterval);
        positive("lease", lease);
        positive("sendingTimeout", sendingTimeout);
        positive("stopTimeout", stopTimeout);
    }

    /** Eight at a time, a look each second, 60 s leases, unknown after 30 s, 20 s to stop. */
    public static SendingSettings defaults() {
        return new SendingSettings(
                null,
                Set.of(ConsentScope.Kind.PROFILE),
                8,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20));
    }

    /** The same with our webhook's outside address. */
    public SendingSettings withPublicWebhookUrl(URI url) {
        return new SendingSettings(url, consentScopes, concurrency, pollInterval, lease, sendingTimeout, stopTimeout);
    }

    /** The same with a further kind of opt-out that stops a message. */
    public SendingSettings withConsentScope(ConsentScope.Kind kind) {
        Set<ConsentScope.Kind> kinds = new HashSet<>(consentScopes);
        kinds.add(kind);
        return new SendingSettings(
                publicWebhookUrl, kinds, concurrency, pollInterval, lease, sendingTimeout, stopTimeout);
    }

    /** The same with another number of messages in flight. */
    public SendingSettings withConcurrency(int messages) {
        return new SendingSettings(
                publicWebhookUrl, consentScopes, messages, pollInterval, lease, sendingTimeout, stopTimeout);
    }

    /** The same with another poll interval. */
    public SendingSettings withPollInterval(Duration interval) {
        return new SendingSettings(
                publicWebhookUrl, consentScopes, concurrency, interval, lease, sendingTimeout, stopTimeout);
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " is longer than nothing, not " + value);
        }
    }
}
