package io.smsmessenger.model;

/** How a text travels: one 7-bit unit a character where the carrier's alphabet has it, else 16-bit units. */
public enum Encoding {
    /** 160 units alone, 153 in each of several parts. */
    GSM_7,
    /** 70 units alone, 67 in each of several parts; a character outside the basic plane takes two. */
    UCS_2
}
