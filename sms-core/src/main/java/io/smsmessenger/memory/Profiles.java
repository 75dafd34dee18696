package io.smsmessenger.memory;

import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.ProfileStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class Profiles implements ProfileStore {
    private final Tables tables;

    Profiles(Tables tables) {
        this.tables = tables;
    }

    @Override
    public MessagingProfile add(NewProfile profile) {
        return tables.atomically(() -> {
            Tables.ProfileKey key = new Tables.ProfileKey(profile.accountId(), profile.providerProfileId());
            ProfileId known = tables.profilesByProviderId.get(key);
            if (known != null) {
                return find(profile.owner(), known)
                        .orElseThrow(() -> new SmsException(
                                Problem.NOT_FOUND, "This account has no such messaging profile for this user."));
            }
            MessagingProfile row = new MessagingProfile(
                    new ProfileId(tables.nextId()),
                    profile.owner(),
                    profile.accountId(),
                    profile.providerProfileId(),
                    profile.name(),
                    profile.enabled(),
                    profile.webhookUrl(),
                    profile.webhookFailoverUrl(),
                    profile.settings(),
                    0,
                    profile.at());
            tables.profiles.put(row.id(), row);
            tables.profilesByProviderId.put(key, row.id());
            return row;
        });
    }

    @Override
    public List<MessagingProfile> ownedBy(UserId owner) {
        return tables.atomically(() -> tables.profiles.values().stream()
                .filter(profile -> profile.owner().equals(owner))
                .sorted(Comparator.comparing(MessagingProfile::name)
                        .thenComparing(profile -> profile.id().value()))
                .toList());
    }

    @Override
    public Optional<MessagingProfile> find(UserId owner, ProfileId id) {
        return byId(id).filter(profile -> profile.owner().equals(owner));
    }

    @Override
    public Optional<MessagingProfile> byId(ProfileId id) {
        return tables.atomically(() -> Optional.ofNullable(tables.profiles.get(id)));
    }

    @Override
    public Optional<MessagingProfile> rename(UserId owner, ProfileId id, String name) {
        return tables.atomically(() -> find(owner, id).map(profile -> changed(profile, name, profile.enabled())));
    }

    @Override
    public Optional<MessagingProfile> enable(UserId owner, ProfileId id, boolean enabled) {
        return tables.atomically(() -> find(owner, id).map(profile -> changed(profile, profile.name(), enabled)));
    }

    private MessagingProfile changed(MessagingProfile profile, String name, boolean enabled) {
        MessagingProfile row = new MessagingProfile(
                profile.id(),
                profile.owner(),
                profile.accountId(),
                profile.providerProfileId(),
                name,
                enabled,
                profile.webhookUrl(),
                profile.webhookFailoverUrl(),
                profile.settings(),
                profile.version() + 1,
                profile.createdAt());
        tables.profiles.put(row.id(), row);
        return row;
    }
}
