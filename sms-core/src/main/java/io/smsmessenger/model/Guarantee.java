package io.smsmessenger.model;

/** What to do about a message of which nobody can find out whether the carrier took it. */
public enum Guarantee {
    /** Leave it to a person: at most one copy arrives. */
    AT_MOST_ONCE,
    /**
     * Send it again by itself, three attempts in all at most: one copy, and possibly a second or third. Only after an
     * attempt whose outcome stayed unknown, never otherwise. What is unknown after the third stays so, for a person;
     * attempts that are known not to have left count, too.
     */
    AT_LEAST_ONCE
}
