package io.smsmessenger.sending;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.SmsStore;
import java.util.List;
import java.util.Optional;

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
    Optional<NumberAssignment> choose(UserId owner, Draft draft, List<NumberAssignment> owned) {
        if (draft.from() != null) {
            return owned.stream()
                    .filter(each -> each.number().equals(draft.from()))
                    .findFirst();
        }
        if (owned.size() <= 1) {
            return owned.stream().findFirst();
        }
        return store.conversations()
                .latestWith(owner, draft.to())
                .flatMap(conversation -> owned.stream()
                        .filter(each -> each.id().equals(conversation.numberId()))
                        .findFirst())
                .or(() -> owned.stream().filter(NumberAssignment::isDefault).findFirst())
                .or(() ->
                        owned.stream().filter(each -> each.profileId() != null).findFirst())
                .or(() -> owned.stream().findFirst());
    }
}
