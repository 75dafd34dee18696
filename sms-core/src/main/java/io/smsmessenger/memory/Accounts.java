package io.smsmessenger.memory;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ProviderAccount;
import io.smsmessenger.store.AccountStore;
import java.util.List;

final class Accounts implements AccountStore {
    private final Tables tables;

    Accounts(Tables tables) {
        this.tables = tables;
    }

    @Override
    public ProviderAccount ensure(String tenant, String provider, String reference) {
        return tables.atomically(() -> tables.accounts.computeIfAbsent(
                reference, key -> new ProviderAccount(new AccountId(tables.nextId()), tenant, provider, key)));
    }

    @Override
    public List<ProviderAccount> all() {
        return tables.atomically(() -> List.copyOf(tables.accounts.values()));
    }
}
