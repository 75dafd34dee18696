package io.smsmessenger.model;

/** What stopped a message, grouped by what a person can do about it. */
public enum FailureReason {
    /** The recipient asked not to be texted. Only they can lift it. */
    OPTED_OUT(false),
    /** The number cannot exist or takes no texts, e.g. a landline. */
    NOT_ROUTABLE(false),
    /** The text or its media were refused: change them. */
    CONTENT(false),
    /** A spam filter refused it: change the text or slow down. */
    SPAM(false),
    /** The sending number, its profile or its registration is not in order. */
    SENDER(false),
    /** The provider account is not in order: key, funds, limits. */
    ACCOUNT(true),
    /** Too much at once: later it may go. */
    RATE_LIMITED(true),
    /** The recipient's carrier had trouble: later it may go. */
    CARRIER(true),
    /** Its time ran out. */
    EXPIRED(true),
    /** The number no longer belongs to the user, or its profile was switched off. */
    NUMBER_UNAVAILABLE(false),
    /** The recipient's quiet hours came before it could leave. */
    QUIET_HOURS(true),
    /** Why nobody knows: the carrier's records were asked and do not have it, so it was probably not sent. */
    PROBABLY_NOT_SENT(true),
    /** Nobody could find out whether it was sent, and a person gave it up. */
    UNRESOLVED(true),
    /** The request itself was wrong: a fault of ours or of the settings. */
    REQUEST(false),
    /** The provider gave a reason that we do not know; its code and words are kept. */
    OTHER(true);

    private final boolean retryable;

    FailureReason(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether sending the same text again later can help. */
    public boolean retryable() {
        return retryable;
    }
}
