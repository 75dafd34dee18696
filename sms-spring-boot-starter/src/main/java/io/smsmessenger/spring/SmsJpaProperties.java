package io.smsmessenger.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/**
 * The tables in the host's database.
 *
 * @param schema How the tables come to be.
 */
@ConfigurationProperties("sms.jpa")
record SmsJpaProperties(@DefaultValue Schema schema) {
    /**
     * How the tables come to be.
     *
     * @param initialize When to create the tables and bring them up to date at start; with never, the host runs the
     *     scripts itself.
     */
    record Schema(@DefaultValue("embedded") DatabaseInitializationMode initialize) {}
}
