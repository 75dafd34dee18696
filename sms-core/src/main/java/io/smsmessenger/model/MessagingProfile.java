package io.smsmessenger.model;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of numbers at the provider that share settings, webhook and opt-outs: a snapshot. A number can send only when
 * its profile is enabled.
 *
 * @param id ours
 * @param owner whose it is
 * @param accountId the provider account it belongs to
 * @param providerProfileId the provider's id of it
 * @param name as the user calls it
 * @param enabled whether numbers on it can send
 * @param webhookUrl where the provider sends its events, if known
 * @param webhookFailoverUrl where it sends them when the first is down, if known
 * @param settings further settings by the provider's names
 * @param version goes up with each change
 * @param createdAt when it was made
 */
public record MessagingProfile(
        ProfileId id,
        UserId owner,
        AccountId accountId,
        String providerProfileId,
        String name,
        boolean enabled,
        @Nullable URI webhookUrl,
        @Nullable URI webhookFailoverUrl,
        Map<String, String> settings,
        long version,
        Instant createdAt) {
    /** Longest name, in characters. */
    public static final int MAX_NAME_LENGTH = 200;

    public MessagingProfile {
        settings = Map.copyOf(settings);
    }
}
