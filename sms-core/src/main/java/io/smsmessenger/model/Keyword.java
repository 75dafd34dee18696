package io.smsmessenger.model;

/** What a whole text of one word asks of a sender. */
public enum Keyword {
    /** Text me no more. */
    STOP,
    /** Text me again. */
    START,
    /** Who are you? */
    HELP
}
