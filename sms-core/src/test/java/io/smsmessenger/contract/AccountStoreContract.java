package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.ProviderAccount;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link io.smsmessenger.store.AccountStore} keeps. */
public abstract class AccountStoreContract extends StoreContractBase {
    @Test
    @DisplayName("An account is made once and found again by its reference")
    void ensuredOnce() {
        String reference = UUID.randomUUID().toString();
        ProviderAccount made = store().accounts().ensure("acme", "telnyx", reference);

        assertThat(made.tenant()).isEqualTo("acme");
        assertThat(made.provider()).isEqualTo("telnyx");
        assertThat(made.reference()).isEqualTo(reference);
        assertThat(store().accounts().ensure("acme", "telnyx", reference)).isEqualTo(made);
    }

    @Test
    @DisplayName("Two references are two accounts, and all are listed once")
    void listed() {
        String reference = UUID.randomUUID().toString();
        ProviderAccount one = store().accounts().ensure("acme", "telnyx", reference + "-a");
        ProviderAccount other = store().accounts().ensure("acme", "telnyx", reference + "-A");

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(store().accounts().all()).contains(one, other).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("What is to run after the commit runs at once where there is no transaction")
    void afterCommitWithoutTransaction() {
        boolean[] ran = new boolean[1];
        store().afterCommit(() -> ran[0] = true);
        assertThat(ran[0]).isTrue();
    }
}
