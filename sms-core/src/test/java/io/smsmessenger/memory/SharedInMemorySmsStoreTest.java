package io.smsmessenger.memory;

import io.smsmessenger.contract.SmsStoreContract;
import io.smsmessenger.store.SmsStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;

/** Proves that the contract's tests leave each other alone, as they must on one database. */
@DisplayName("The in-memory store, one for all tests,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedInMemorySmsStoreTest extends SmsStoreContract {
    private final SmsStore store = new InMemorySmsStore();

    @Override
    protected SmsStore store() {
        return store;
    }
}
