package io.smsmessenger.memory;

import io.smsmessenger.store.AccountStore;
import io.smsmessenger.store.CampaignStore;
import io.smsmessenger.store.ConsentStore;
import io.smsmessenger.store.ContactStore;
import io.smsmessenger.store.ConversationStore;
import io.smsmessenger.store.InboxStore;
import io.smsmessenger.store.Inspection;
import io.smsmessenger.store.LaneStore;
import io.smsmessenger.store.MessageStore;
import io.smsmessenger.store.NumberStore;
import io.smsmessenger.store.OutboxStore;
import io.smsmessenger.store.ProfileStore;
import io.smsmessenger.store.SmsStore;

/**
 * Keeps everything in memory, for one JVM and as long as it runs; nothing is ever removed by itself. It keeps the same
 * promises as a database, each method whole under one lock, except that nothing survives. There is no transaction to
 * join: every method commits at once.
 */
public final class InMemorySmsStore implements SmsStore {
    private final AccountStore accounts;
    private final NumberStore numbers;
    private final ProfileStore profiles;
    private final ContactStore contacts;
    private final ConversationStore conversations;
    private final MessageStore messages;
    private final OutboxStore outbox;
    private final InboxStore inbox;
    private final ConsentStore consents;
    private final CampaignStore campaigns;
    private final LaneStore lanes;

    public InMemorySmsStore() {
        Tables tables = new Tables();
        Consents kept = new Consents(tables);
        accounts = new Accounts(tables);
        numbers = new Numbers(tables);
        profiles = new Profiles(tables);
        contacts = new Contacts(tables);
        conversations = new Conversations(tables);
        messages = new Messages(tables);
        outbox = new Outbox(tables, kept);
        inbox = new Inbox(tables, kept);
        consents = kept;
        campaigns = new Campaigns(tables, outbox);
        lanes = new Lanes(tables);
    }

    @Override
    public AccountStore accounts() {
        return accounts;
    }

    @Override
    public NumberStore numbers() {
        return numbers;
    }

    @Override
    public ProfileStore profiles() {
        return profiles;
    }

    @Override
    public ContactStore contacts() {
        return contacts;
    }

    @Override
    public ConversationStore conversations() {
        return conversations;
    }

    @Override
    public MessageStore messages() {
        return messages;
    }

    @Override
    public OutboxStore outbox() {
        return outbox;
    }

    @Override
    public InboxStore inbox() {
        return inbox;
    }

    @Override
    public ConsentStore consents() {
        return consents;
    }

    @Override
    public LaneStore lanes() {
        return lanes;
    }

    @Override
    public CampaignStore campaigns() {
        return campaigns;
    }

    @Override
    public Inspection inspect() {
        return Inspection.sound();
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }
}
