package io.smsmessenger.model;

import java.time.Instant;

/**
 * A standing wish not to be texted.
 *
 * @param scope how far it reaches
 * @param peer who asked
 * @param source how we learnt of it
 * @param since when it was asked
 */
public record OptOut(ConsentScope scope, Address peer, Source source, Instant since) {
    /** How an opt-out came to be known. START undoes only what a keyword closed. */
    public enum Source {
        /** The peer texted a keyword. */
        KEYWORD,
        /** The provider refused a send because of its own block. */
        PROVIDER,
        /** A person entered it. */
        PERSON
    }

    @Override
    public String toString() {
        return "OptOut[" + scope + ", " + source + "]";
    }
}
