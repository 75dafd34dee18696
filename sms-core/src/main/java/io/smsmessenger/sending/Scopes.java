package io.smsmessenger.sending;

import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which opt-outs concern a message, in the order in which their rows are locked. */
final class Scopes {
    private Scopes() {}

    static Collection<ConsentScope> of(
            Set<ConsentScope.Kind> kinds, UserId owner, @Nullable ProfileId profile, @Nullable NumberId number) {
        TreeSet<ConsentScope> scopes = new TreeSet<>();
        if (kinds.contains(ConsentScope.Kind.EVERYTHING)) {
            scopes.add(ConsentScope.everything());
        }
        if (kinds.contains(ConsentScope.Kind.OWNER)) {
            scopes.add(ConsentScope.of(owner));
        }
        if (kinds.contains(ConsentScope.Kind.PROFILE) && profile != null) {
            scopes.add(ConsentScope.of(profile));
        }
        // A STOP to a number that was on no profile then is kept for the number: it holds on a profile too.
        boolean byNumber = kinds.contains(ConsentScope.Kind.NUMBER) || kinds.contains(ConsentScope.Kind.PROFILE);
        if (byNumber && number != null) {
            scopes.add(ConsentScope.of(number));
        }
        return scopes;
    }
}
