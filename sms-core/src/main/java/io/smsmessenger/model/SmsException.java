package io.smsmessenger.model;

/**
 * The caller asked for something that cannot be done; nothing was stored or sent. The message says what to do and holds
 * no private data. What the network or the carrier did is never thrown: it is a status.
 */
public final class SmsException extends RuntimeException {
    private final Problem problem;
    private final String detail;

    public SmsException(Problem problem, String detail) {
        super(detail);
        this.problem = problem;
        this.detail = detail;
    }

    public Problem problem() {
        return problem;
    }

    /** What to do about it; the same as the message. */
    public String detail() {
        return detail;
    }
}
