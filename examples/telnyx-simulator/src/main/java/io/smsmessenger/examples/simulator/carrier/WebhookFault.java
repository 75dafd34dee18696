package io.smsmessenger.examples.simulator.carrier;

/** What is wrong with one webhook attempt; the next attempt is right again. */
public enum WebhookFault {
    /** The signature does not fit the body. */
    BAD_SIGNATURE,
    /** The signature fits, but was made ten minutes ago. */
    OLD_TIMESTAMP
}
