package io.smsmessenger;

import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user's own numbers. Every method that changes one answers {@code NOT_FOUND} for one that is not theirs now. */
public final class Numbers {
    private final House house;
    private final UserId owner;

    Numbers(House house, UserId owner) {
        this.house = house;
        this.owner = owner;
    }

    /** The numbers the user owns now, the default first. */
    public List<NumberAssignment> list() {
        return house.store().numbers().ownedBy(owner);
    }

    /** A number the user owns or owned. */
    public Optional<NumberAssignment> find(NumberId id) {
        return house.store().numbers().find(owner, id);
    }

    /** Names a number; null or blank takes the name away. */
    public NumberAssignment label(NumberId id, @Nullable String label) {
        String clean = Fields.optional("label", label, NumberAssignment.MAX_LABEL_LENGTH);
        return house.store().numbers().label(owner, id, clean).orElseThrow(House.notFound());
    }

    /** Makes this the number that new conversations start from. */
    public NumberAssignment makeDefault(NumberId id) {
        return house.store().numbers().makeDefault(owner, id).orElseThrow(House.notFound());
    }

    /** Puts a number on one of the user's own profiles. */
    public NumberAssignment putOnProfile(NumberId id, ProfileId profile) {
        if (house.store().profiles().find(owner, profile).isEmpty()) {
            throw House.notFound().get();
        }
        return house.store()
                .numbers()
                .putOnProfile(owner, id, profile, house.now())
                .orElseThrow(House.notFound());
    }

    /** Takes a number off its profile; it cannot send until it is on one again. */
    public NumberAssignment takeOffProfile(NumberId id) {
        return house.store()
                .numbers()
                .putOnProfile(owner, id, null, house.now())
                .orElseThrow(House.notFound());
    }
}
