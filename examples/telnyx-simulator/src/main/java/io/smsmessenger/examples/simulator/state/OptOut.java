package io.smsmessenger.examples.simulator.state;

import java.time.Instant;

/**
 * A block rule: the handset takes nothing more from any number of the profile.
 *
 * @param profileId the messaging profile
 * @param handset who said STOP
 * @param number our number that was told
 * @param keyword the word used
 * @param createdAt when
 */
public record OptOut(String profileId, String handset, String number, String keyword, Instant createdAt) {

    /** The key of the rule: one per profile and handset. */
    public static String key(String profileId, String handset) {
        return profileId + " " + handset;
    }

    /** The key of this rule. */
    public String key() {
        return key(profileId, handset);
    }
}
