package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.store.Advanced;
import io.smsmessenger.store.InboxStore;
import io.smsmessenger.store.Received;
import java.time.Instant;

/** What carriers tell us. */
final class JpaInbox implements InboxStore {
    private final Transactions transactions;

    JpaInbox(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Received receive(
            AccountId account, ProviderEvent.InboundText text, ConsentEffect effect, byte[] raw, Instant now) {
        return transactions
                .own(tx -> Receiving.receive(tx, account, text, effect, raw, now))
                .orElseGet(() -> {
                    // Known under another event id: this one is done with, too.
                    transactions.own(tx -> WebhookEvents.keep(tx, account, text, Disposition.APPLIED, raw, now));
                    return new Received.Duplicate();
                });
    }

    @Override
    public Advanced advance(AccountId account, ProviderEvent.Receipt receipt, byte[] raw, Instant now) {
        return transactions.own(tx -> Advancing.advance(tx, account, receipt, raw, now));
    }

    @Override
    public boolean keep(AccountId account, ProviderEvent event, Disposition disposition, byte[] raw, Instant now) {
        return transactions.own(tx -> WebhookEvents.keep(tx, account, event, disposition, raw, now));
    }

    @Override
    public Page<KeptEvent> kept(Disposition disposition, PageRequest page) {
        return transactions.own(tx -> WebhookEvents.page(tx, disposition, page));
    }
}
