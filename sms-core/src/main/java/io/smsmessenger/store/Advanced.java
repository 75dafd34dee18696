package io.smsmessenger.store;

/** What became of a receipt. */
public sealed interface Advanced {
    /**
     * It is in the history; the message moved if {@link StatusChange#moved()}.
     *
     * @param change the message as it stands now
     */
    record Applied(StatusChange change) implements Advanced {}

    /** It was told before. */
    record Duplicate() implements Advanced {}

    /** Its message is not there yet: parked. */
    record Parked() implements Advanced {}
}
