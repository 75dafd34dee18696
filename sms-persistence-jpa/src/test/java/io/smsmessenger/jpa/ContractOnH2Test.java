package io.smsmessenger.jpa;

import io.smsmessenger.contract.SmsStoreContract;
import io.smsmessenger.store.SmsStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Hibernate on H2 keeps what a store must keep. */
class ContractOnH2Test extends SmsStoreContract {
    private static TestDatabase database;
    private static SmsStore store;

    @BeforeAll
    static void start() {
        database = Engine.H2.fresh().migrated();
        store = JpaSmsStore.of(database.factory());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    protected SmsStore store() {
        return store;
    }
}
