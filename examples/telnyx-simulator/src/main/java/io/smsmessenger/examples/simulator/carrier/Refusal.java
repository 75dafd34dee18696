package io.smsmessenger.examples.simulator.carrier;

import org.jspecify.annotations.Nullable;

/** The carrier does not do what it was asked to. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private final @Nullable String pointer;

    /** A refusal with Telnyx's code, what exactly was wrong, and where in the request, as a JSON pointer. */
    public Refusal(Failure failure, String detail, @Nullable String pointer) {
        super(detail);
        this.failure = failure;
        this.pointer = pointer;
    }

    /** The kind of refusal. */
    public Failure failure() {
        return failure;
    }

    /** Where in the request, or null. */
    public @Nullable String pointer() {
        return pointer;
    }

    /** What exactly was wrong. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
