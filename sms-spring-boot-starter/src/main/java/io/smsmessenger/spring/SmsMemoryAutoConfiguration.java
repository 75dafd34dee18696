package io.smsmessenger.spring;

import io.smsmessenger.memory.InMemorySmsStore;
import io.smsmessenger.store.SmsStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Keeps everything in this process, for trials and tests. */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "sms.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "sms.store", havingValue = "memory")
final class SmsMemoryAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    SmsStore smsStore() {
        return new InMemorySmsStore();
    }
}
