package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.store.Advanced;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.StatusChange;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies receipts. The event's id comes first: whoever has it alone looks for the message. */
final class Advancing {
    /** Whoever is sending right now settles by himself; in every other state there is nothing left to do. */
    private static final String LEAVE = "delete from SmsOutbox o where o.messageId = ?1 and o.state <> 'SENDING'";

    private static final String PARK = "update SmsWebhookEvent e set e.disposition = 'PARKED', e.why = ?3, e.raw = ?4"
            + " where e.accountId = ?1 and e.eventId = ?2";

    private Advancing() {}

    static Advanced advance(Tx tx, AccountId account, Receipt receipt, byte[] raw, Instant now) {
        WebhookEvents.Told told = WebhookEvents.tell(tx, account, receipt, Disposition.APPLIED, raw, now);
        if (told == WebhookEvents.Told.DONE) {
            return new Advanced.Duplicate();
        }
        Optional<Moving.Held> found = find(tx, account, receipt);
        if (found.isEmpty()) {
            if (told == WebhookEvents.Told.NEW) {
                tx.change(PARK, account.value(), receipt.eventId(), "its message is not there yet", raw);
            }
            return new Advanced.Parked();
        }
        if (told == WebhookEvents.Told.WAITING) {
            WebhookEvents.done(tx, account, receipt, Disposition.APPLIED);
        }
        Moving.Held held = found.get();
        Message before = held.message();
        MessageStatus said = receipt.status() == null ? before.status() : receipt.status();
        Message after = Copies.told(
                Moving.moved(before, said, receipt.failure()),
                known(receipt.sentAt(), before.sentAt()),
                known(receipt.completedAt(), before.completedAt()),
                receipt.messageId(),
                before.billing().updatedBy(Fitting.billing(receipt.billing())));
        boolean moved = after.status() != before.status();
        if (!after.equals(before)) {
            Moving.write(tx, after);
        }
        Moving.note(
                tx,
                before.id(),
                said,
                receipt.failure(),
                new Moving.Said(MessageEvent.Source.PROVIDER, moved, receipt.occurredAt(), now));
        if (Moving.reached(after.status()) && !Moving.reached(before.status())) {
            tx.change(LEAVE, before.id().value());
        }
        return new Advanced.Applied(new StatusChange(held.owner(), after, before.status()));
    }

    private static Optional<Moving.Held> find(Tx tx, AccountId account, Receipt receipt) {
        Optional<Moving.Held> byId =
                Moving.lockByProviderId(tx, account.value(), receipt.messageId().value());
        String reference = receipt.reference();
        return byId.isPresent() || reference == null
                ? byId
                : Moving.lockByReference(tx, account.value(), reference)
                        .filter(held -> isOrMayBe(held.message(), receipt.messageId()));
    }

    /** The answer to our call may have brought the id since it was looked for. */
    private static boolean isOrMayBe(Message message, ProviderMessageId id) {
        return message.providerId() == null || message.providerId().equals(id);
    }

    private static @Nullable Instant known(@Nullable Instant told, @Nullable Instant before) {
        return told == null ? before : Times.exact(told);
    }
}
