package io.smsmessenger.memory;

import io.smsmessenger.store.NewOutbound.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What waits, by priority and time, and what is in somebody's hands; all changes of a departure's state go through here. */
final class DepartureQueue {
    private static final Comparator<Departure> LONGEST_DUE_FIRST = Comparator.comparing(Departure::due)
            .thenComparing(departure -> departure.message().id().value());

    private final Map<Priority, NavigableSet<Departure>> ready = new EnumMap<>(Priority.class);
    private final Set<Departure> inHand = new LinkedHashSet<>();
    private final Set<Departure> unknown = new LinkedHashSet<>();

    DepartureQueue() {
        for (Priority priority : Priority.values()) {
            ready.put(priority, new TreeSet<>(LONGEST_DUE_FIRST));
        }
    }

    void add(Departure departure) {
        waiting(departure).add(departure);
    }

    /** What waits with this priority, longest due first; not to be changed while it is read. */
    Iterable<Departure> waiting(Priority priority) {
        return Objects.requireNonNull(ready.get(priority));
    }

    void claim(Departure departure, Instant now, Duration lease) {
        waiting(departure).remove(departure);
        departure.claimed(now, lease);
        inHand.add(departure);
    }

    /** Nobody holds it any more, and nobody takes it again by itself. */
    void leaveUnknown(Departure departure, Instant now) {
        inHand.remove(departure);
        unknown.add(departure);
        departure.becameUnknown(now);
    }

    /** Waits again: from this time on, or with null as before. */
    void giveBack(Departure departure, @Nullable Instant notBefore) {
        waiting(departure).remove(departure);
        inHand.remove(departure);
        unknown.remove(departure);
        departure.readyAgain(notBefore);
        add(departure);
    }

    void finish(Departure departure) {
        waiting(departure).remove(departure);
        inHand.remove(departure);
        unknown.remove(departure);
        departure.done();
    }

    List<Departure> inHand(Predicate<Departure> which) {
        return inHand.stream().filter(which).toList();
    }

    Set<Departure> unknown() {
        return unknown;
    }

    List<Departure> ready(Predicate<Departure> which) {
        return ready.values().stream().flatMap(Set::stream).filter(which).toList();
    }

    Optional<Instant> nextDue() {
        return ready.values().stream()
                .filter(waiting -> !waiting.isEmpty())
                .map(waiting -> waiting.first().due())
                .min(Comparator.naturalOrder());
    }

    private NavigableSet<Departure> waiting(Departure departure) {
        return Objects.requireNonNull(ready.get(departure.order().priority()));
    }
}
