package io.smsmessenger.jpa;

import io.smsmessenger.contract.SmsStoreContract;
import io.smsmessenger.store.SmsStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Hibernate on PostgreSQL keeps what a store must keep. */
class ContractOnPostgreSqlTest extends SmsStoreContract {
    private static TestDatabase database;
    private static SmsStore store;

    @BeforeAll
    static void start() {
        database = Engine.POSTGRESQL.fresh().migrated();
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
