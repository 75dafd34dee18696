package io.smsmessenger.sending;

import io.smsmessenger.model.Content;
import io.smsmessenger.model.Draft;
import io.smsmessenger.text.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Drafts as every database holds them: no NUL, no halves of characters, instants to the microsecond. */
final class Storable {
    private Storable() {}

    static Draft of(Draft draft) {
        return new Draft(
                draft.to(),
                new Content(Texts.clean(draft.content().text()), draft.content().media()),
                draft.from(),
                draft.clientKey(),
                micros(draft.sendAt()),
                draft.zone(),
                draft.timeToLive(),
                micros(draft.validUntil()),
                draft.guarantee());
    }

    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : Micros.of(instant);
    }
}
