package io.smsmessenger.spring.rest;

import io.smsmessenger.model.MessagingProfile;
import java.time.Instant;

/**
 * One of the user's messaging profiles.
 *
 * @param id ours
 * @param name as the user calls it
 * @param enabled whether numbers on it can send
 * @param createdAt when it was made
 */
record ProfileView(String id, String name, boolean enabled, Instant createdAt) {
    static ProfileView of(MessagingProfile profile) {
        return new ProfileView(profile.id().toString(), profile.name(), profile.enabled(), profile.createdAt());
    }
}
