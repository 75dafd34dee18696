package io.smsmessenger.receiving;

/** What to answer a carrier; the body says no more than the status. */
public enum WebhookAnswer {
    /** It is stored, or there is nothing to store: do not send it again. */
    STORED(200),
    /** It cannot be trusted. */
    REFUSED(401),
    /** It could not be stored now: send it again. */
    TRY_AGAIN(503);

    private final int httpStatus;

    WebhookAnswer(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }
}
