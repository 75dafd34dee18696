package io.smsmessenger.examples.simulator.carrier;

import java.util.Random;
import java.util.UUID;

/** The one source of randomness; the same seed gives the same run. Not for secrets. */
public final class Chance {
    private final Random random;

    /** Starts from a seed. */
    public Chance(long seed) {
        random = new Random(seed);
    }

    /** A version 4 UUID. */
    public String uuid() {
        long high;
        long low;
        synchronized (random) {
            high = random.nextLong();
            low = random.nextLong();
        }
        return new UUID((high & ~0xF000L) | 0x4000L, (low >>> 2) | 0x8000000000000000L).toString();
    }

    /** Digits that look like Telnyx's numeric ids. */
    public String digits() {
        synchronized (random) {
            return String.valueOf(1_000_000_000_000_000_000L + (random.nextLong() >>> 2));
        }
    }

    /** Another source that follows from this one and is not disturbed by what else is drawn from it. */
    Chance apart() {
        return new Chance(random.nextLong());
    }

    /** A number from 0 on, below the bound. */
    int upTo(int bound) {
        return random.nextInt(bound);
    }

    /** True in so many of 100 cases. */
    public boolean percent(int percent) {
        return percent > 0 && random.nextInt(100) < percent;
    }
}
