package io.smsmessenger.model;

/** Which way a message went, seen from the user who owns the number. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
