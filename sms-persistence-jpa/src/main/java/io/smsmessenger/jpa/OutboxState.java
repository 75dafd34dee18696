package io.smsmessenger.jpa;

/** Where a message in the outbox stands. */
enum OutboxState {
    /** Waits to be claimed. */
    READY,
    /** Held by a worker until its lease runs out. */
    CLAIMED,
    /** Past the gate: never ready again by itself. */
    SENDING,
    /** Past the gate, and nobody knows what became of it. */
    UNKNOWN
}
