package io.smsmessenger.examples.simulator.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order for phone numbers.
 *
 * @param id a UUID
 * @param lines the numbers ordered
 * @param profileId the profile they will be on, or null
 * @param customerReference as given, or null
 * @param done whether the numbers are there
 * @param createdAt when it was placed
 * @param updatedAt when it was changed
 */
public record Order(
        String id,
        List<Line> lines,
        @Nullable String profileId,
        @Nullable String customerReference,
        boolean done,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * One number of an order.
     *
     * @param id of the line, which is not the id the number will have
     * @param phoneNumber E.164
     */
    public record Line(String id, String phoneNumber) {}

    /** Copies the lines. */
    public Order {
        lines = List.copyOf(lines);
    }

    /** The same, fulfilled. */
    public Order fulfilled(Instant now) {
        return new Order(id, lines, profileId, customerReference, true, createdAt, now);
    }
}
