package io.smsmessenger.model;

/**
 * How far a message has come. A status moves only to a higher {@link #rank()}; among equals the first stays; a late
 * proof of delivery beats a failure; nothing replaces {@link #DELIVERED}. Every event is kept in the history all the
 * same.
 */
public enum MessageStatus {
    /** Waits for its time. */
    SCHEDULED(0, CoarseStatus.QUEUED),
    /** Waits to be sent. */
    QUEUED(10, CoarseStatus.QUEUED),
    /** Passed the gate: it may be on its way to the carrier, or be waiting for another attempt after a definite no. */
    SENDING(20, CoarseStatus.SENDING),
    /** The carrier may or may not have it. Never sent again by itself; settled by evidence or by a person. */
    UNKNOWN(25, CoarseStatus.SENDING),
    /** The carrier has taken it. */
    ACCEPTED(30, CoarseStatus.SENDING),
    /** The carrier has passed it on. */
    SENT(40, CoarseStatus.SENT),
    /** Passed on, and no receipt came: weak, a later proof of delivery replaces it. */
    UNCONFIRMED(50, CoarseStatus.SENT),
    /** It never left the carrier. */
    FAILED(60, CoarseStatus.FAILED),
    /** It left the carrier and did not arrive. */
    UNDELIVERED(60, CoarseStatus.FAILED),
    /** Its time ran out before it could be sent or delivered. */
    EXPIRED(60, CoarseStatus.FAILED),
    /** Stopped before the carrier: opted out, or the number may no longer send. */
    BLOCKED(60, CoarseStatus.FAILED),
    /** Called back before it was sent. */
    CANCELLED(60, CoarseStatus.FAILED),
    /** It arrived. */
    DELIVERED(70, CoarseStatus.DELIVERED),
    /** Inbound: it is here. */
    RECEIVED(100, CoarseStatus.RECEIVED);

    private final int rank;
    private final CoarseStatus coarse;

    MessageStatus(int rank, CoarseStatus coarse) {
        this.rank = rank;
        this.coarse = coarse;
    }

    public int rank() {
        return rank;
    }

    public CoarseStatus coarse() {
        return coarse;
    }

    /** Whether nothing more is expected; a weak end such as {@link #UNCONFIRMED} may still be improved. */
    public boolean isFinal() {
        return rank >= UNCONFIRMED.rank;
    }

    /** Whether an event that says {@code next} moves a message that stands here. */
    public boolean mayBecome(MessageStatus next) {
        return this != RECEIVED && next != RECEIVED && next.rank > rank;
    }
}
