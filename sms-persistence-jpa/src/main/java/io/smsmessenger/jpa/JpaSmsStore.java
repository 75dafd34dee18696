package io.smsmessenger.jpa;

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
import jakarta.persistence.EntityManagerFactory;

/**
 * Keeps everything in the host's own database, through Jakarta Persistence. The persistence unit must know
 * {@link SmsEntities} and the database must have the tables of {@link SmsSchema}: PostgreSQL, MariaDB, MySQL or H2.
 *
 * <p>Any number of nodes may share one database. Each unit of work takes one connection and gives it back; transactions of
 * the store's own that the database gives up on are run again, up to five times. In a transaction of the host's nothing
 * is run again: what the database gives up on there is the host's to repeat.
 */
public final class JpaSmsStore implements SmsStore {
    private final Transactions transactions;
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

    private JpaSmsStore(Transactions transactions) {
        this.transactions = transactions;
        this.accounts = new JpaAccounts(transactions);
        this.numbers = new JpaNumbers(transactions);
        this.profiles = new JpaProfiles(transactions);
        this.contacts = new JpaContacts(transactions);
        this.conversations = new JpaConversations(transactions);
        this.messages = new JpaMessages(transactions);
        this.outbox = new JpaOutbox(transactions);
        this.inbox = new JpaInbox(transactions);
        this.consents = new JpaConsents(transactions);
        this.campaigns = new JpaCampaigns(transactions);
        this.lanes = new JpaLanes(transactions);
    }

    /** A store that runs everything in transactions of its own on this factory, which stays the host's to close. */
    public static JpaSmsStore of(EntityManagerFactory factory) {
        return of(PlainUnitOfWork.of(factory));
    }

    /** A store that finds the host's transactions in this way. */
    public static JpaSmsStore of(UnitOfWork units) {
        return new JpaSmsStore(new Transactions(units));
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
        return transactions.own(tx -> tx.onConnection(connection -> Inspecting.inspect(connection, tx.vendor())));
    }

    @Override
    public void afterCommit(Runnable action) {
        transactions.afterCommit(action);
    }
}
