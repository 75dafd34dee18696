package io.smsmessenger.sending;

import io.smsmessenger.model.Lane;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.Verdict.Hold;
import io.smsmessenger.store.LaneStore.LaneState;
import io.smsmessenger.store.SmsStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What keeps messages of a number waiting: closed lanes on its way. */
final class Holds {
    private final SmsStore store;

    Holds(SmsStore store) {
        this.store = store;
    }

    List<Hold> of(NumberAssignment sender, Instant now) {
        Set<Lane> way = new HashSet<>(Set.of(Lane.of(sender.accountId()), Lane.of(sender.id())));
        if (sender.profileId() != null) {
            way.add(Lane.of(sender.profileId()));
        }
        return store.lanes().troubled(now).stream()
                .filter(state -> way.contains(state.lane()))
                .flatMap(Holds::closed)
                .toList();
    }

    /** A lane that is merely being tried lets something through, and holds nobody for sure. */
    private static Stream<Hold> closed(LaneState state) {
        return Optional.ofNullable(state.closedUntil())
                .map(until -> new Hold(state.lane(), until, state.reason()))
                .stream();
    }
}
