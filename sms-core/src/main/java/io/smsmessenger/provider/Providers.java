package io.smsmessenger.provider;

import io.smsmessenger.model.AccountId;
import java.util.Map;
import java.util.Optional;

/**
 * The provider objects of this node, by account.
 *
 * @param byAccount each account's provider
 */
public record Providers(Map<AccountId, SmsProvider> byAccount) {
    public Providers {
        byAccount = Map.copyOf(byAccount);
    }

    /** The provider of an account; empty when it was registered on other nodes only. */
    public Optional<SmsProvider> of(AccountId account) {
        return Optional.ofNullable(byAccount.get(account));
    }
}
