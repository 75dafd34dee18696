package io.smsmessenger.telnyx;

/** A public key that webhooks are checked with; what does the arithmetic is a matter of its own. */
interface WebhookKey {
    /**
     * Whether this key signed the two pieces, one after the other. Never throws.
     *
     * @param signature 64 bytes
     */
    boolean signed(byte[] prefix, byte[] body, byte[] signature);
}
