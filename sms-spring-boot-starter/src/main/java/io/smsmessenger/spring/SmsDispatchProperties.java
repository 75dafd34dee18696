package io.smsmessenger.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sending in the background.
 *
 * @param enabled Whether this node sends; where it does not, another node must.
 * @param concurrency Number of messages that are handed to the carrier at the same time.
 * @param pollInterval How often to look for due messages when no commit was heard.
 * @param virtualThreads Whether to send on virtual threads where the JVM has them.
 */
@ConfigurationProperties("sms.dispatch")
record SmsDispatchProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("8") int concurrency,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("true") boolean virtualThreads) {}
