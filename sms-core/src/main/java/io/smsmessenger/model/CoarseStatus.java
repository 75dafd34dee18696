package io.smsmessenger.model;

/** Five words (and one for inbound) that say enough for a list: the coarse view of {@link MessageStatus}. */
public enum CoarseStatus {
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    FAILED,
    RECEIVED
}
