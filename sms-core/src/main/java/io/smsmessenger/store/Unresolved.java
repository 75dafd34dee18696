package io.smsmessenger.store;

import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of which nobody knows whether the carrier took it.
 *
 * @param owner whose it is
 * @param message as it stands, unknown; its failure says what is known, or that it was probably not sent
 * @param gatedAt when the attempt passed the gate
 * @param attempts how often it passed the gate
 * @param guarantee what the caller wants done
 * @param silences how often the carrier was asked and had nothing
 * @param nextLook when it is looked for again, null for never
 */
public record Unresolved(
        UserId owner,
        Message message,
        Instant gatedAt,
        int attempts,
        Guarantee guarantee,
        int silences,
        @Nullable Instant nextLook) {}
