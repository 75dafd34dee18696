package io.smsmessenger.examples.simulator.carrier;

/**
 * A fault that some sends meet by chance; which ones, the simulator's seed decides.
 *
 * @param perMille how many of 1,000 sends
 * @param fault what they meet
 */
public record Odds(int perMille, SendFault fault) {

    /** Refuses what is no share of 1,000. */
    public Odds {
        if (perMille < 0 || perMille > 1000) {
            throw new IllegalArgumentException("Not so many of 1000: " + perMille);
        }
    }
}
