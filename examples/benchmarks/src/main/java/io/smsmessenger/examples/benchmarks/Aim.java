package io.smsmessenger.examples.benchmarks;

/**
 * What a figure should come to.
 *
 * @param limit the bound
 * @param atMost whether less is better
 */
record Aim(double limit, boolean atMost) {
    static Aim atMost(double limit) {
        return new Aim(limit, true);
    }

    static Aim atLeast(double limit) {
        return new Aim(limit, false);
    }

    boolean metBy(double value) {
        return atMost ? value <= limit : value >= limit;
    }

    @Override
    public String toString() {
        return (atMost ? "≤ " : "≥ ") + limit;
    }
}
