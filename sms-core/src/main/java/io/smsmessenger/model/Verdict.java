package io.smsmessenger.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would happen to a draft, as data.
 *
 * @param refusals why it would not go, most basic first; empty when it would
 * @param sender the number it would leave from, null when there is none
 * @param segments how the carrier would cut and bill it
 */
public record Verdict(List<Refusal> refusals, @Nullable NumberAssignment sender, SegmentCount segments) {
    public Verdict {
        refusals = List.copyOf(refusals);
    }

    public boolean allowed() {
        return refusals.isEmpty();
    }

    /**
     * One reason not to send.
     *
     * @param problem which
     * @param detail what to do about it, without private data
     */
    public record Refusal(Problem problem, String detail) {}
}
