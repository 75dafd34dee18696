package io.smsmessenger.sending;

/** Looks for messages of unknown outcome in the carriers' records. */
public final class Reconciler {
    private final SendingParts parts;

    public Reconciler(SendingParts parts) {
        this.parts = parts;
    }

    /** Looks for those that are due. */
    public void look() {
        parts.clock();
    }
}
