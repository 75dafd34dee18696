package io.smsmessenger.sending;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.provider.Providers;
import io.smsmessenger.store.SmsStore;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What everybody in this room works with.
 *
 * @param store where everything is kept
 * @param providers this node's carriers
 * @param settings how messages are sent
 * @param zones where recipients' clocks are
 * @param prices the host's price list
 * @param rules the host's own rules
 * @param clock the time
 * @param random for references and jitter
 * @param events hears what was committed
 * @param evidence takes what a carrier's records say of a message, as if a webhook had told it
 */
public record SendingParts(
        SmsStore store,
        Providers providers,
        SendingSettings settings,
        RecipientZones zones,
        Prices prices,
        List<SendRule> rules,
        Clock clock,
        RandomGenerator random,
        Consumer<SmsEvent> events,
        BiConsumer<AccountId, ProviderEvent> evidence) {
    public SendingParts {
        rules = List.copyOf(rules);
    }
}
