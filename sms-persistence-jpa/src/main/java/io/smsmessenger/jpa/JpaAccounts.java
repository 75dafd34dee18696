package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ProviderAccount;
import io.smsmessenger.store.AccountStore;
import java.util.List;
import java.util.Optional;

/** Provider accounts. */
final class JpaAccounts implements AccountStore {
    private static final String SELECT = "select a.id, a.tenant, a.provider, a.reference from SmsProviderAccount a";
    private static final String INSERT =
            Columns.of("id tenant provider reference").insertInto("sms_provider_account");

    private final Transactions transactions;

    JpaAccounts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public ProviderAccount ensure(String tenant, String provider, String reference) {
        return transactions.own(tx -> byReference(tx, reference)).orElseGet(() -> {
            // The second look is a transaction of its own, and so sees who was faster.
            transactions.own(tx -> tx.insertNew(INSERT, tx.nextId(), tenant, provider, reference));
            return transactions.own(tx -> byReference(tx, reference)).orElseThrow();
        });
    }

    @Override
    public List<ProviderAccount> all() {
        return transactions.join(tx -> tx.read(SELECT + " order by a.id").stream()
                .map(JpaAccounts::account)
                .toList());
    }

    private static Optional<ProviderAccount> byReference(Tx tx, String reference) {
        return tx.readOne(SELECT + " where a.reference = ?1", reference).map(JpaAccounts::account);
    }

    private static ProviderAccount account(Row row) {
        return new ProviderAccount(new AccountId(row.number()), row.text(), row.text(), row.text());
    }
}
