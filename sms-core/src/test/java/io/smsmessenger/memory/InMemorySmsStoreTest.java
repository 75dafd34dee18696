package io.smsmessenger.memory;

import io.smsmessenger.contract.SmsStoreContract;
import io.smsmessenger.store.SmsStore;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The in-memory store, new for each test,")
class InMemorySmsStoreTest extends SmsStoreContract {
    private final SmsStore store = new InMemorySmsStore();

    @Override
    protected SmsStore store() {
        return store;
    }
}
