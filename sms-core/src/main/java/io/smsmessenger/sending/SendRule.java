package io.smsmessenger.sending;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.UserId;
import io.smsmessenger.model.Verdict;
import java.util.Optional;

/** A rule of the host's own, such as a quota or a list of countries: asked for each draft, before it is kept. */
@FunctionalInterface
public interface SendRule {
    /** Why this user may not send this now; empty when they may. */
    Optional<Verdict.Refusal> refuses(UserId user, Draft draft);
}
