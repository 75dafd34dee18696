package io.smsmessenger;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ProviderAccount;
import io.smsmessenger.model.UserId;
import io.smsmessenger.provider.Providers;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.receiving.Evidence;
import io.smsmessenger.receiving.ParkedReceipts;
import io.smsmessenger.receiving.WebhookReceiver;
import io.smsmessenger.sending.CampaignFeeder;
import io.smsmessenger.sending.Chore;
import io.smsmessenger.sending.Outgoing;
import io.smsmessenger.sending.Reconciler;
import io.smsmessenger.sending.SendingParts;
import io.smsmessenger.sending.SmsDispatcher;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two-way texting for a host application. Whoever holds this object can act as anyone, so it belongs in wiring code;
 * hand {@link #forUser} on to whoever acts for one user. Any number of instances can live in one JVM, and any number of
 * nodes on one database.
 */
public final class SmsMessenger implements AutoCloseable {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final House house;
    private final SmsDispatcher dispatcher;
    private final Map<String, WebhookReceiver> receivers = new HashMap<>();
    private final Operator operator;

    SmsMessenger(SmsMessengerBuilder parts) {
        Map<String, ProviderAccount> accounts = new LinkedHashMap<>();
        Map<AccountId, SmsProvider> providers = new HashMap<>();
        Listeners events = new Listeners(parts.listeners, event -> forUser(event.owner()));
        parts.providers.forEach((reference, registered) -> {
            ProviderAccount account = parts.store()
                    .accounts()
                    .ensure(registered.tenant(), registered.provider().name(), reference);
            accounts.put(reference, account);
            providers.put(account.id(), registered.provider());
            receivers.put(
                    reference,
                    new WebhookReceiver(
                            account.id(), registered.provider(), parts.store(), parts.receiving, parts.clock, events));
        });
        Providers byAccount = new Providers(providers);
        ParkedReceipts parked = new ParkedReceipts(parts.store(), byAccount, parts.receiving, parts.clock, events);
        Evidence evidence = new Evidence(parts.store(), parts.receiving, parts.clock, events);
        SendingParts sending = new SendingParts(
                parts.store(),
                byAccount,
                parts.sending,
                parts.zones,
                parts.prices,
                parts.rules,
                parts.clock,
                parts.random,
                events,
                evidence::take);
        Outgoing outgoing = new Outgoing(sending, this::nudge);
        this.dispatcher = new SmsDispatcher(
                sending,
                List.of(
                        new Chore("parked receipts", SECOND, parked::retry),
                        new Chore("campaigns", SECOND, new CampaignFeeder(sending, outgoing)::feed),
                        new Chore("unknown outcomes", SECOND, new Reconciler(sending)::look)));
        this.house = new House(parts.store(), outgoing, parts.clock, events, this::nudge);
        this.operator = new Operator(house, accounts);
    }

    private void nudge() {
        dispatcher.nudge();
    }

    public static SmsMessengerBuilder builder() {
        return new SmsMessengerBuilder();
    }

    /** Everything this user may do, and nothing of anybody else's. */
    public UserMessenger forUser(UserId user) {
        return new UserMessenger(house, user);
    }

    /** What only those who run the application may do. */
    public Operator operator() {
        return operator;
    }

    /** Takes the default account's webhooks. */
    public WebhookReceiver webhooks() {
        return webhooks(ProviderAccount.DEFAULT);
    }

    /**
     * Takes the webhooks of one provider account.
     *
     * @throws IllegalArgumentException when no account was registered under this reference
     */
    public WebhookReceiver webhooks(String account) {
        WebhookReceiver receiver = receivers.get(account);
        if (receiver == null) {
            throw new IllegalArgumentException(
                    "no provider account \"" + account + "\" was registered with the builder");
        }
        return receiver;
    }

    /** Sends what is due; {@link #start()} lets it work by itself. */
    public SmsDispatcher dispatcher() {
        return dispatcher;
    }

    /** Starts to send in the background. A node that should only take webhooks or drafts in does not call it. */
    public SmsMessenger start() {
        dispatcher.start();
        return this;
    }

    /** Stops sending; waits for what is in flight. Store and providers are the caller's to close. */
    @Override
    public void close() {
        dispatcher.close();
    }
}
