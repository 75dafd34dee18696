package io.smsmessenger.examples.simulator.carrier;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last few hundred requests and webhooks, for people who watch; in memory only. */
public final class WireLog {
    private static final int KEPT = 500;

    /**
     * One line.
     *
     * @param at when
     * @param kind {@code request} to the carrier, or {@code webhook} from it
     * @param what method and path, or the event and where it went
     * @param status HTTP status, 0 for none
     * @param millis how long it took
     * @param note anything worth knowing, or empty
     * @param body what was sent
     */
    public record Line(Instant at, String kind, String what, int status, long millis, String note, String body) {
        @Override
        public String toString() {
            return kind + " " + what + " " + status;
        }
    }

    private final Deque<Line> lines = new ArrayDeque<>();

    /** Adds a line and forgets the oldest. */
    public synchronized void add(Line line) {
        lines.addLast(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    /** All lines, oldest first. */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        lines.clear();
    }
}
