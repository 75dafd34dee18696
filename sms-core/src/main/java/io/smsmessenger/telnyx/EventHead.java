package io.smsmessenger.telnyx;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every event has.
 *
 * @param id unique per account
 * @param type Telnyx's name for this kind
 * @param occurredAt when it happened
 */
record EventHead(String id, String type, Instant occurredAt) {
    /** The time that a field tells, or when the event happened. */
    Instant or(@Nullable Instant told) {
        return told == null ? occurredAt : told;
    }
}
