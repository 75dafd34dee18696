package io.smsmessenger.spring;

import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** Telnyx, unless the host brings a provider of its own. */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "sms.enabled", matchIfMissing = true)
@ConditionalOnMissingBean(SmsProvider.class)
@EnableConfigurationProperties({SmsTelnyxProperties.class, SmsWebhookProperties.class})
final class SmsTelnyxAutoConfiguration {
    @Bean
    TelnyxProvider smsTelnyxProvider(
            SmsTelnyxProperties telnyx,
            SmsWebhookProperties webhook,
            ObjectProvider<Clock> clock,
            ApplicationContext context) {
        TelnyxKeys keys = TelnyxKeys.of(telnyx, context.getEnvironment());
        TelnyxProvider.Builder builder = TelnyxProvider.builder()
                .baseUrl(telnyx.baseUrl())
                .connectTimeout(telnyx.connectTimeout())
                .callTimeout(telnyx.callTimeout())
                .tolerance(webhook.tolerance());
        clock.ifUnique(builder::clock);
        if (telnyx.allowPlainHttp()) {
            builder.allowPlainHttp();
        }
        String apiKey = keys.apiKey();
        if (webhook.enabled() && WebApplications.isServlet(context)) {
            keys.requirePublicKeys();
        }
        if (keys.publicKeys().isEmpty()) {
            builder.withoutWebhooks();
        }
        try {
            keys.publicKeys().forEach(builder::publicKey);
            return builder.apiKey(apiKey).build();
        } catch (IllegalArgumentException unusable) {
            throw new SetupException(
                    "The settings for Telnyx cannot be used: " + unusable.getMessage(),
                    "Correct sms.telnyx.* (or TELNYX_API_KEY and TELNYX_PUBLIC_KEY).",
                    unusable);
        }
    }
}
