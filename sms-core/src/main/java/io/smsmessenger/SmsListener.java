package io.smsmessenger;

import io.smsmessenger.model.SmsEvent;

/**
 * Hears what happens to users' texts, after it was committed, on the thread that caused it: a webhook's, the
 * dispatcher's or the caller's, so be quick, or hand over. On a caller's thread the transaction has just ended: what a
 * listener writes to a database belongs into a new one. At most once: what must not be missed is in the store. What it throws is
 * logged and hurts nobody else.
 */
@FunctionalInterface
public interface SmsListener {
    /**
     * Hears one event.
     *
     * @param event what happened
     * @param owner acts for the user whose it is, e.g. to reply
     */
    void on(SmsEvent event, UserMessenger owner);
}
