package io.smsmessenger.jpa;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries a contact's name over to its owner's conversations. */
final class ContactLinks {
    private ContactLinks() {}

    static void name(Tx tx, UserId owner, Address peer, @Nullable Long contact, @Nullable String name) {
        // Locked in the order of their ids, as everybody does who locks several.
        List<Long> conversations = tx
                .select(
                        "select id from sms_conversation where owner = ? and peer = ? order by id for update",
                        owner.value(),
                        peer.value())
                .stream()
                .map(Row::number)
                .toList();
        if (!conversations.isEmpty()) {
            tx.change(
                    "update SmsConversation c set c.contactId = ?1, c.peerName = ?2 where c.id in ?3",
                    contact,
                    name,
                    conversations);
        }
    }
}
