package io.smsmessenger.store;

/**
 * Everything the library keeps, by subject. Each method of each interface is one atomic intent: it happens whole or not
 * at all, and is safe against any number of other nodes on the same database. Rows and unique keys arbitrate; no clock,
 * lock service or cache is trusted.
 *
 * <p>What a user causes joins the transaction that the calling thread is in, if the store can see one: that is
 * {@link OutboxStore#enqueue}, {@link OutboxStore#repeated}, {@link OutboxStore#cancel}, {@link OutboxStore#edit},
 * {@link OutboxStore#sendAgain}, {@link OutboxStore#giveUp} and {@link OutboxStore#handedOver}, all of
 * {@link CampaignStore} but the feeding, and all of {@link MessageStore}, {@link ContactStore},
 * {@link ConversationStore}, {@link NumberStore}, {@link ProfileStore} and {@link ConsentStore}. What a webhook or the
 * dispatcher causes always commits by itself: all else in {@link OutboxStore}, and all of {@link InboxStore} and
 * {@link LaneStore}.
 *
 * <p>An implementation is done when {@code SmsStoreContract} in the tests jar of {@code sms-core} is green.
 */
public interface SmsStore {
    AccountStore accounts();

    NumberStore numbers();

    ProfileStore profiles();

    ContactStore contacts();

    ConversationStore conversations();

    MessageStore messages();

    OutboxStore outbox();

    InboxStore inbox();

    ConsentStore consents();

    LaneStore lanes();

    CampaignStore campaigns();

    /**
     * Looks at the database itself: whether every unique key is there that a promise rests on, and whether it keeps what
     * it confirms. Dispatching refuses to start on a store with a defect.
     */
    Inspection inspect();

    /**
     * Runs the action after the transaction that the calling thread is in has committed, never if it rolls back; at once
     * if there is none. Where the commit cannot be heard the action does not run, and polling is the net.
     */
    void afterCommit(Runnable action);
}
