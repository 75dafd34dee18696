package io.smsmessenger.spring;

import io.smsmessenger.SmsMessengerBuilder;

/**
 * Changes the {@link io.smsmessenger.SmsMessenger} that is configured, for what has no property: further provider
 * accounts, the scope of opt-outs. Beans of this type are called in their order, last of all.
 */
@FunctionalInterface
public interface SmsMessengerCustomizer {
    /** Changes the builder, which has store, provider, settings and listeners already. */
    void customize(SmsMessengerBuilder builder);
}
