package io.smsmessenger.model;

/** What to do about a message of which nobody can find out whether the carrier took it. */
public enum Guarantee {
    /** Leave it to a person: at most one copy arrives. */
    AT_MOST_ONCE,
    /**
     * Send it again by itself: at least one copy, and possibly a second. Only after an attempt whose outcome stayed
     * unknown, never otherwise.
     */
    AT_LEAST_ONCE
}
