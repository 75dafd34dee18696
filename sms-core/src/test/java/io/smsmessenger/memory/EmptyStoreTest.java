package io.smsmessenger.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProviderEvent.Unreadable;
import io.smsmessenger.store.ClaimRequest;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.InboxStore.KeptEvent;
import io.smsmessenger.store.SmsStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the contract cannot ask of a database that others use. */
@DisplayName("A new in-memory store")
class EmptyStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final SmsStore store = new InMemorySmsStore();

    @Test
    @DisplayName("has nothing to send, ever")
    void nothingDue() {
        assertThat(store.outbox().nextDue()).isEmpty();
        assertThat(store.outbox()
                        .claim(new ClaimRequest(
                                Set.of(new AccountId(1)), 10, 10, NOW, Duration.ofMinutes(1), Map.of())))
                .isEmpty();
        assertThat(store.outbox().recover(NOW, NOW).ready()).isZero();
        assertThat(store.accounts().all()).isEmpty();
    }

    @Test
    @DisplayName("shares nothing with another one")
    void nothingShared() {
        store.accounts().ensure("tenant", "carrier", "reference");
        assertThat(new InMemorySmsStore().accounts().all()).isEmpty();
    }

    @Test
    @DisplayName("hands out bodies that nobody can change in it")
    void bodies() {
        byte[] raw = {1, 2, 3};
        var account = store.accounts().ensure("tenant", "carrier", "reference").id();
        store.inbox().keep(account, new Unreadable("e", "", NOW, "broken"), Disposition.DEAD, raw, NOW);
        raw[0] = 9;
        dead().items().get(0).raw()[1] = 9;
        assertThat(dead().items().get(0).raw()).containsExactly(1, 2, 3);
    }

    private Page<KeptEvent> dead() {
        return store.inbox().kept(Disposition.DEAD, PageRequest.first(10));
    }
}
