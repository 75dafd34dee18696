package io.smsmessenger.jpa.kill;

/** An exact step of an attempt at which a worker process can be made to die. */
enum FailPoint {
    /** Nowhere. */
    NONE,
    /** K0: before it claims. */
    BEFORE_CLAIM,
    /** K1: it has claimed, and not yet asked the gate. */
    BEFORE_GATE,
    /** K2: the gate's commit is confirmed, and the carrier not yet called. */
    BEFORE_POST,
    /** K3: the carrier has answered, and nothing of it is written down. */
    BEFORE_SETTLE,
    /** K4: the answer is written down. */
    AFTER_SETTLE
}
