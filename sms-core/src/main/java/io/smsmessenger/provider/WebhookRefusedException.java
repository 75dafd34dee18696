package io.smsmessenger.provider;

/** A webhook that cannot be trusted. The sender is told nothing but "401"; the reason is for our own counters. */
public final class WebhookRefusedException extends Exception {
    private final Reason reason;

    public WebhookRefusedException(Reason reason) {
        super("webhook refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What was wrong. */
    public enum Reason {
        /** A signature or timestamp header is absent. */
        MISSING_HEADER,
        /** A signature or timestamp header came twice or is no signature or timestamp at all. */
        MALFORMED_HEADER,
        /** Signed too long ago, or in the future: a replay, or a clock that is off. */
        STALE,
        /** The signature does not fit body, timestamp and key. */
        BAD_SIGNATURE
    }
}
