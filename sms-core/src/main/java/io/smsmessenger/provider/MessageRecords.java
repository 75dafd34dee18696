package io.smsmessenger.provider;

/** A carrier whose records of past messages can be searched for one whose id was never learnt. */
public interface MessageRecords {
    /**
     * Looks for the message that carried this reference. Only the reference proves it: two equal texts to the same
     * number are legal. It does not throw for what the network or the carrier did.
     *
     * @return found with a receipt that carries the reference and a made-up but stable event id; missing only when all
     *     records of that time were read and none carries it
     */
    MessageLookup.Lookup search(SentTrace trace);
}
