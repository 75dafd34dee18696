package io.smsmessenger.spring;

import io.smsmessenger.model.SmsException;
import io.smsmessenger.text.PhoneNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * SMS Messenger as a whole.
 *
 * @param enabled Whether to configure SMS Messenger.
 * @param store Where to keep everything; memory is for trials and tests.
 * @param defaultRegion Two-letter country that numbers without a country code are meant for.
 */
@ConfigurationProperties("sms")
record SmsProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("jpa") Store store,
        @Nullable String defaultRegion) {
    private static final String ANY_NUMBER = "+12025550123";

    SmsProperties {
        if (defaultRegion != null) {
            requireRegion(defaultRegion);
        }
    }

    private static void requireRegion(String region) {
        try {
            PhoneNumbers.parse(ANY_NUMBER, region);
        } catch (SmsException unknown) {
            // Without a cause: Spring Boot shows the innermost message.
            throw new IllegalArgumentException("sms.default-region is a two-letter country code like US or DE");
        }
    }

    /** Where everything is kept. */
    enum Store {
        /** The host's own database. */
        JPA,
        /** This process: all is lost when it stops. */
        MEMORY
    }
}
