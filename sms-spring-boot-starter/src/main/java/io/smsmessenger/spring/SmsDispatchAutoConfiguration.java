package io.smsmessenger.spring;

import io.smsmessenger.SmsMessenger;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Sends in the background for as long as the application runs. */
@AutoConfiguration(after = SmsAutoConfiguration.class)
@ConditionalOnBean(SmsMessenger.class)
@ConditionalOnBooleanProperty(name = "sms.dispatch.enabled", matchIfMissing = true)
final class SmsDispatchAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    DispatcherLifecycle smsDispatcherLifecycle(SmsMessenger messenger) {
        return new DispatcherLifecycle(messenger.dispatcher());
    }
}
