package io.smsmessenger.sending;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.Verdict.Hold;
import io.smsmessenger.model.Verdict.QuietTime;
import io.smsmessenger.store.SmsStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a draft would wait for: its own time, the recipient's quiet hours, closed lanes. */
final class Waits {
    private final Optional<QuietWindow> quietHours;
    private final Holds holds;

    Waits(SendingParts parts) {
        SmsStore store = parts.store();
        this.quietHours = parts.settings().quietHours().map(hours -> new QuietWindow(hours, parts.zones()));
        this.holds = new Holds(store);
    }

    Wait of(Draft draft, Optional<NumberAssignment> sender, boolean bulk, Purpose purpose, Instant now) {
        Instant wanted = purpose.isTimed() ? Departures.wanted(draft, now) : now;
        Optional<QuietTime> quiet = purpose.isTimed() ? quiet(wanted, draft, bulk) : Optional.empty();
        Instant departure = quiet.map(QuietTime::until).orElse(wanted);
        List<Hold> closed = purpose == Purpose.LOOK
                ? sender.map(from -> holds.of(from, now)).orElse(List.of())
                : List.of();
        Instant open =
                closed.stream().map(Hold::until).max(Comparator.naturalOrder()).orElse(departure);
        // A lane may open again in the middle of the night.
        Instant leaves = open.isAfter(departure)
                ? quiet(open, draft, bulk).map(QuietTime::until).orElse(open)
                : departure;
        return new Wait(quiet, departure, closed, leaves);
    }

    private Optional<QuietTime> quiet(Instant at, Draft draft, boolean bulk) {
        return quietHours.flatMap(hours -> hours.at(at, draft.to(), bulk));
    }

    /**
     * A wait.
     *
     * @param quiet the quiet hours that it falls into by its own time
     * @param departure when it leaves by its own time and theirs; its life counts from then
     * @param holds the lanes on its way that are closed now
     * @param leaves when it leaves after all of that
     */
    record Wait(Optional<QuietTime> quiet, Instant departure, List<Hold> holds, Instant leaves) {}
}
