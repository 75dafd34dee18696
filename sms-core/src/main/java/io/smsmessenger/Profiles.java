package io.smsmessenger;

import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import java.util.List;
import java.util.Optional;

/** A user's own messaging profiles. */
public final class Profiles {
    private final House house;
    private final UserId owner;

    Profiles(House house, UserId owner) {
        this.house = house;
        this.owner = owner;
    }

    public List<MessagingProfile> list() {
        return house.store().profiles().ownedBy(owner);
    }

    public Optional<MessagingProfile> find(ProfileId id) {
        return house.store().profiles().find(owner, id);
    }

    public MessagingProfile rename(ProfileId id, String name) {
        String clean = Fields.required("name", name, MessagingProfile.MAX_NAME_LENGTH);
        return house.store().profiles().rename(owner, id, clean).orElseThrow(House.notFound());
    }

    /** Lets the numbers on it send. */
    public MessagingProfile enable(ProfileId id) {
        return house.store().profiles().enable(owner, id, true).orElseThrow(House.notFound());
    }

    /** Keeps the numbers on it from sending; what waits to be sent from them is blocked. */
    public MessagingProfile disable(ProfileId id) {
        return house.store().profiles().enable(owner, id, false).orElseThrow(House.notFound());
    }
}
