package io.smsmessenger.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * SMS Messenger as a whole.
 *
 * @param enabled whether to configure SMS Messenger
 * @param store where to keep everything; memory is for trials and tests
 * @param defaultRegion two-letter country that numbers without a country code are meant for
 */
@ConfigurationProperties("sms")
record SmsProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("jpa") Store store,
        @Nullable String defaultRegion) {
    /** Where everything is kept. */
    enum Store {
        /** The host's own database. */
        JPA,
        /** This process: all is lost when it stops. */
        MEMORY
    }
}
