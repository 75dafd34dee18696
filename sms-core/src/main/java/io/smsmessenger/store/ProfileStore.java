package io.smsmessenger.store;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messaging profiles. */
public interface ProfileStore {
    /** Adds a profile; the one that is there already when account and provider's id are the same and so is its owner.
     *
     * @throws io.smsmessenger.model.SmsException {@link io.smsmessenger.model.Problem#NOT_FOUND} when another user owns
     *     it
     */
    MessagingProfile add(NewProfile profile);

    /** The user's profiles, by name, then id. */
    List<MessagingProfile> ownedBy(UserId owner);

    Optional<MessagingProfile> find(UserId owner, ProfileId id);

    /** The profile whoever owns it: for the sending path, which has checked the number. */
    Optional<MessagingProfile> byId(ProfileId id);

    Optional<MessagingProfile> rename(UserId owner, ProfileId id, String name);

    Optional<MessagingProfile> enable(UserId owner, ProfileId id, boolean enabled);

    /**
     * What a profile starts with.
     *
     * @param owner whose it becomes
     * @param accountId the provider account it belongs to
     * @param providerProfileId the provider's id of it
     * @param name as the user calls it
     * @param enabled whether numbers on it can send
     * @param webhookUrl where the provider sends its events, if known
     * @param webhookFailoverUrl where it sends them when the first is down, if known
     * @param settings further settings by the provider's names
     * @param at since when
     */
    record NewProfile(
            UserId owner,
            AccountId accountId,
            String providerProfileId,
            String name,
            boolean enabled,
            @Nullable URI webhookUrl,
            @Nullable URI webhookFailoverUrl,
            Map<String, String> settings,
            Instant at) {}
}
