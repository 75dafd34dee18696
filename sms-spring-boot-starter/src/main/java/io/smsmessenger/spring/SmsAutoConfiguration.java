package io.smsmessenger.spring;

import io.smsmessenger.SmsListener;
import io.smsmessenger.SmsMessenger;
import io.smsmessenger.SmsMessengerBuilder;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.sending.SendingSettings;
import io.smsmessenger.store.SmsStore;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** The front door, over whichever store and provider there are. */
@AutoConfiguration(
        after = {SmsTelnyxAutoConfiguration.class, SmsMemoryAutoConfiguration.class, SmsJpaStoreAutoConfiguration.class
        })
@ConditionalOnBooleanProperty(name = "sms.enabled", matchIfMissing = true)
@EnableConfigurationProperties({SmsProperties.class, SmsDispatchProperties.class, SmsWebhookProperties.class})
final class SmsAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    SmsMessenger smsMessenger(
            SmsStore store,
            ObjectProvider<SmsProvider> provider,
            ObjectProvider<SmsListener> listeners,
            ObjectProvider<Clock> clock,
            ObjectProvider<SmsMessengerCustomizer> customizers,
            SmsDispatchProperties dispatch,
            SmsWebhookProperties webhook) {
        SmsMessengerBuilder builder = SmsMessenger.builder()
                .store(store)
                .sending(SendingSettings.builder()
                        .concurrency(dispatch.concurrency())
                        .pollInterval(dispatch.pollInterval())
                        .virtualThreads(dispatch.virtualThreads())
                        .build());
        provider.ifUnique(builder::provider);
        clock.ifUnique(builder::clock);
        if (webhook.publicUrl() != null) {
            builder.publicWebhookUrl(webhook.publicUrl());
        }
        listeners.orderedStream().forEach(builder::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean(name = "smsSpringEvents")
    SmsListener smsSpringEvents(ApplicationEventPublisher publisher) {
        return new SpringEvents(publisher);
    }
}
