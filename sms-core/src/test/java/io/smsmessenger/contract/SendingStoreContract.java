package io.smsmessenger.contract;

import io.smsmessenger.store.SmsStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** The sending half of {@link SmsStoreContract}. */
public abstract class SendingStoreContract {
    /** The store to test; the same one for the whole of a test. */
    protected abstract SmsStore store();

    @Nested
    @DisplayName("Client keys")
    class ClientKeys extends ClientKeyContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("What goes out")
    class Outbox extends OutboxStoreContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("What a worker asks for")
    class Claims extends ClaimContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Lanes in trouble")
    class Lanes extends LaneContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Paces")
    class Paces extends PaceContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Messages that run out of time")
    class Expiry extends ExpiryContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Editing")
    class Edits extends EditContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("What was handed over")
    class HandedOver extends HandedOverContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("The gate")
    class Gates extends GateContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("How attempts end")
    class Settlements extends SettlementContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Looking for unknown messages")
    class Traces extends TraceContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("What comes of looking")
    class Conclusions extends ConclusionContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("Sending again")
    class SendingAgain extends SendAgainContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("What nobody knows")
    class UnresolvedOnes extends UnresolvedContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("At the same moment in the queue")
    class SendingRaces extends SendingRacesContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("At the same moment in editing")
    class EditRaces extends EditRacesContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }

    @Nested
    @DisplayName("At the same moment in what nobody knows")
    class ReconciliationRaces extends ReconciliationRacesContract {
        @Override
        protected SmsStore store() {
            return SendingStoreContract.this.store();
        }
    }
}
