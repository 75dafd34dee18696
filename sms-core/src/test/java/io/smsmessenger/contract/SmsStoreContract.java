package io.smsmessenger.contract;

import io.smsmessenger.store.SmsStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * All that a store must keep, by subject. Extend it, answer {@link #store()}, and the store is done when all is green.
 * A subject's contract can also be extended alone while a store is being built. The store may be the same for all
 * tests, or one anew for each; tests that share one run one after the other.
 */
public abstract class SmsStoreContract extends SendingStoreContract {
    @Nested
    @DisplayName("Provider accounts")
    class Accounts extends AccountStoreContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Numbers")
    class Numbers extends NumberStoreContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Messaging profiles")
    class Profiles extends ProfileStoreContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Contacts")
    class Contacts extends ContactStoreContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Contacts and conversations")
    class ContactLinks extends ContactLinkContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Conversations")
    class Conversations extends ConversationStoreContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("The list of conversations")
    class ConversationLists extends ConversationListContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Messages")
    class Messages extends MessageStoreContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("What comes in")
    class Inbox extends InboxStoreContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Receipts")
    class Receipts extends ReceiptContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Receipts that are early")
    class EarlyReceipts extends EarlyReceiptContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Events that are kept")
    class KeptEvents extends KeptEventContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Consent")
    class Consents extends ConsentStoreContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("What belongs to whom")
    class Belonging extends BelongingContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("At the same moment")
    class Races extends StoreRacesContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Campaigns")
    class Campaigns extends CampaignStoreContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("How campaigns go out")
    class CampaignFeeding extends CampaignFeedContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Campaigns in the outbox")
    class CampaignQueue extends CampaignQueueContract {
        @Override
        protected SmsStore store() {
            return SmsStoreContract.this.store();
        }
    }
}
