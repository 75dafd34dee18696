package io.smsmessenger.sending;

import java.util.Objects;

/** Turns the rows of running campaigns into messages, a portion at a time. */
public final class CampaignFeeder {
    private final SendingParts parts;
    private final Outgoing outgoing;

    public CampaignFeeder(SendingParts parts, Outgoing outgoing) {
        this.parts = parts;
        this.outgoing = outgoing;
    }

    /** Hands over what there is room for, and ends what is over. */
    public void feed() {
        parts.clock();
        Objects.requireNonNull(outgoing);
    }
}
