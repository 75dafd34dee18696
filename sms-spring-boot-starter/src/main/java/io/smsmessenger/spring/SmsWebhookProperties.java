package io.smsmessenger.spring;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The carrier's webhook.
 *
 * @param enabled Whether this node takes webhooks in.
 * @param path Path of the webhook; itself, /sms and /dlr below it take any event.
 * @param publicUrl The webhook's whole address as the carrier reaches it, path included; with it, outcomes whose
 *     answer
 *     got lost can still be told.
 * @param tolerance How far the signed time of a webhook may be from this node's.
 * @param maxBodySize Largest body; longer ones are refused.
 */
@ConfigurationProperties("sms.webhook")
record SmsWebhookProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("/webhooks/telnyx") String path,
        @Nullable URI publicUrl,
        @DefaultValue("5m") Duration tolerance,
        @DefaultValue("256KB") DataSize maxBodySize) {
    SmsWebhookProperties {
        if (Paths.absolute(path).isEmpty()) {
            throw new IllegalArgumentException(
                    "sms.webhook.path looks like /webhooks/telnyx: the root is the application's");
        }
        if (maxBodySize.toBytes() < 1 || maxBodySize.toBytes() > LARGEST_BODY.toBytes()) {
            throw new IllegalArgumentException("sms.webhook.max-body-size is at least 1B and at most " + LARGEST_BODY);
        }
    }

    private static final DataSize LARGEST_BODY = DataSize.ofMegabytes(16);
}
