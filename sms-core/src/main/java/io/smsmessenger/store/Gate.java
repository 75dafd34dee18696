package io.smsmessenger.store;

/** Whether a message may be handed to the carrier now. */
public sealed interface Gate {
    /**
     * It may, once, by whoever asked.
     *
     * @param change to {@link io.smsmessenger.model.MessageStatus#SENDING}, with the previous status the same on a
     *     further attempt
     */
    record Passed(StatusChange change) implements Gate {}

    /** The claim no longer holds: the lease ran out, or the message was called back. */
    record Lost() implements Gate {}

    /**
     * It may not, ever.
     *
     * @param change to blocked or expired
     */
    record Refused(StatusChange change) implements Gate {}
}
