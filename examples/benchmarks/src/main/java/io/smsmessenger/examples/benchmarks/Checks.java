package io.smsmessenger.examples.benchmarks;

/** What must be right before a figure means anything. */
final class Checks {
    private Checks() {}

    /** Ends the run unless it is so. */
    static void that(boolean so, String what) {
        if (!so) {
            throw new IllegalStateException("a check failed: " + what);
        }
    }
}
