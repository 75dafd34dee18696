package io.smsmessenger.memory;

import io.smsmessenger.model.Lane;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.NewOutbound.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How messages are handed out: those that are due, as far as their lanes let them. Used under the lock only. */
final class Claiming {
    private final Tables tables;
    private final ClaimRequest request;
    private final List<Departure> chosen = new ArrayList<>();
    private int bulk;

    Claiming(Tables tables, ClaimRequest request) {
        this.tables = tables;
        this.request = request;
    }

    List<Claim> run() {
        for (Priority priority : Priority.values()) {
            choose(priority);
        }
        return chosen.stream().map(this::claim).toList();
    }

    private void choose(Priority priority) {
        for (Departure departure : tables.queue.waiting(priority)) {
            if (departure.due().isAfter(request.now()) || !hasRoomFor(priority)) {
                return;
            }
            if (request.accounts().contains(departure.message().accountId())
                    && tables.runs(departure.campaign())
                    && lanesAllow(departure)) {
                chosen.add(departure);
                bulk += priority == Priority.BULK ? 1 : 0;
            }
        }
    }

    private boolean hasRoomFor(Priority priority) {
        return chosen.size() < request.limit() && (priority != Priority.BULK || bulk < request.bulkLimit());
    }

    /** Whether every one of its lanes lets it through now, and counts it in all of them if so. */
    private boolean lanesAllow(Departure departure) {
        List<Lane> lanes = lanesOf(departure);
        for (Lane lane : lanes) {
            if (!tables.lane(lane).allows(request.paces().get(lane.kind()), request.now())) {
                return false;
            }
        }
        lanes.forEach(lane -> tables.lane(lane).take(request.paces().get(lane.kind()), request.now()));
        return true;
    }

    private static List<Lane> lanesOf(Departure departure) {
        NewOutbound order = departure.order();
        return List.of(Lane.of(departure.message().accountId()), Lane.of(order.profileId()), Lane.of(order.numberId()));
    }

    private Claim claim(Departure departure) {
        tables.queue.claim(departure, request.now(), request.lease());
        boolean probe =
                lanesOf(departure).stream().anyMatch(lane -> tables.lane(lane).probing());
        NewOutbound order = departure.order();
        MessagingProfile profile = Objects.requireNonNull(tables.profiles.get(order.profileId()), "no such profile");
        return new Claim(
                departure.message().id(),
                departure.token(),
                order.owner(),
                departure.message().accountId(),
                order.numberId(),
                order.profileId(),
                profile.providerProfileId(),
                departure.message().conversation().number(),
                order.peer(),
                departure.message().content(),
                order.reference(),
                order.priority(),
                probe,
                departure.attempts(),
                departure.expiresAt());
    }
}
