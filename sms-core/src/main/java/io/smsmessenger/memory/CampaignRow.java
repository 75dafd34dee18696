package io.smsmessenger.memory;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.store.Keyset;
import io.smsmessenger.store.NewCampaign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A campaign as it changes. Touched under the lock only. */
final class CampaignRow {
    private final CampaignId id;
    private final NewCampaign made;
    private final List<RecipientRow> recipients = new ArrayList<>();
    private final NavigableMap<Long, RecipientRow> waiting = new TreeMap<>();
    private final Set<String> spelt = new HashSet<>();
    private final Set<Departure> departures = new LinkedHashSet<>();
    private CampaignState state = CampaignState.DRAFT;
    private @Nullable Instant finishedAt;

    CampaignRow(CampaignId id, NewCampaign made) {
        this.id = id;
        this.made = made;
    }

    NewCampaign made() {
        return made;
    }

    CampaignState state() {
        return state;
    }

    Keyset place() {
        return new Keyset(made.at(), id.value());
    }

    /** Whether its messages may leave: those of a finished one are the last that were handed over. */
    boolean runs() {
        return state == CampaignState.RUNNING || state == CampaignState.FINISHED;
    }

    boolean hasStarted(Instant now) {
        Instant start = made.sendAt();
        return state == CampaignState.RUNNING && (start == null || !start.isAfter(now));
    }

    /** Whether nothing of it can leave any more, but what is sent again because somebody found out. */
    boolean isOver(Instant now) {
        return hasStarted(now) && waiting.isEmpty() && onTheirWay() == 0;
    }

    void move(CampaignState to, Instant now) {
        state = to;
        finishedAt = to == CampaignState.CANCELLED || to == CampaignState.FINISHED ? now : null;
    }

    boolean add(Recipient recipient) {
        if (!spelt.add(recipient.to())) {
            return false;
        }
        RecipientRow row = new RecipientRow(recipients.size() + 1L, recipient);
        recipients.add(row);
        waiting.put(row.number(), row);
        return true;
    }

    List<RecipientRow> recipients() {
        return List.copyOf(recipients);
    }

    RecipientRow recipient(long number) {
        return recipients.get((int) number - 1);
    }

    Collection<RecipientRow> waiting() {
        return waiting.values();
    }

    void waitsNoMore(RecipientRow row) {
        waiting.remove(row.number());
    }

    /** One of its messages is in the outbox now. */
    void departs(Departure departure) {
        departures.add(departure);
    }

    /** One of its messages is no longer its own to hold or to call back. */
    void releases(Departure departure) {
        departures.remove(departure);
    }

    /** Its messages that are still in the outbox. */
    Set<Departure> inOutbox() {
        departures.removeIf(departure -> departure.state() == Departure.State.DONE);
        return departures;
    }

    /** How many of those take up room: what is unknown may stay so for ever, and keeps nobody waiting. */
    int onTheirWay() {
        return Math.toIntExact(inOutbox().stream()
                .filter(departure -> departure.state() != Departure.State.UNKNOWN)
                .count());
    }

    Campaign snapshot() {
        return new Campaign(
                id,
                made.owner(),
                made.name(),
                made.content(),
                made.from(),
                state,
                made.sendAt(),
                made.zone(),
                made.validUntil(),
                made.at(),
                finishedAt);
    }
}
