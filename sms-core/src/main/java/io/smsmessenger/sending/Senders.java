package io.smsmessenger.sending;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.model.Verdict.SenderChoice;
import io.smsmessenger.store.SmsStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses the number that a draft leaves from. */
final class Senders {
    private final SmsStore store;

    Senders(SmsStore store) {
        this.store = store;
    }

    /**
     * The number that was asked for, if it is the owner's; when none was, the one last used with this peer, else the
     * default, else the first on a profile, else any.
     */
    Optional<Sender> choose(UserId owner, Draft draft, List<NumberAssignment> owned) {
        if (draft.from() != null) {
            return first(owned, each -> each.number().equals(draft.from()), SenderChoice.ASKED_FOR);
        }
        if (owned.size() <= 1) {
            return first(owned, each -> true, SenderChoice.ONLY_ONE);
        }
        return store.conversations()
                .latestWith(owner, draft.to())
                .flatMap(last -> first(owned, each -> each.id().equals(last.numberId()), SenderChoice.LAST_USED))
                .or(() -> first(owned, NumberAssignment::isDefault, SenderChoice.DEFAULT))
                .or(() -> first(owned, each -> each.profileId() != null, SenderChoice.FIRST_ON_PROFILE))
                .or(() -> first(owned, each -> true, SenderChoice.FIRST));
    }

    private static Optional<Sender> first(
            List<NumberAssignment> owned, Predicate<NumberAssignment> wanted, SenderChoice why) {
        return owned.stream().filter(wanted).findFirst().map(number -> new Sender(number, why));
    }

    /** A number and why it is that one. */
    record Sender(NumberAssignment number, SenderChoice why) {}
}
