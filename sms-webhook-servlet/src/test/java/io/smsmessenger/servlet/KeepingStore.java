package io.smsmessenger.servlet;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.store.Advanced;
import io.smsmessenger.store.InboxStore;
import io.smsmessenger.store.Received;
import io.smsmessenger.store.SmsStore;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A store of which only the inbox's kept events are of interest: it holds raw bodies, or is down. */
final class KeepingStore implements InboxStore {
    private final List<byte[]> kept = new CopyOnWriteArrayList<>();
    private volatile boolean down;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** This inbox as part of a store that has nothing else. */
    SmsStore asStore() {
        return (SmsStore) Proxy.newProxyInstance(
                SmsStore.class.getClassLoader(), new Class<?>[] {SmsStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("inbox")) {
                        return this;
                    }
                    throw new AssertionError("these tests need no " + method.getName());
                });
    }

    void goDown() {
        down = true;
    }

    /** Lets nothing be kept until the latch is open. */
    CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    void comeBack() {
        down = false;
    }

    List<byte[]> bodies() {
        return List.copyOf(kept);
    }

    void clear() {
        kept.clear();
    }

    @Override
    public boolean keep(AccountId account, ProviderEvent event, Disposition disposition, byte[] raw, Instant now) {
        if (down) {
            throw new IllegalStateException("the database is down");
        }
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return kept.add(raw.clone());
    }

    @Override
    public Received receive(
            AccountId account, ProviderEvent.InboundText text, ConsentEffect effect, byte[] raw, Instant now) {
        throw new AssertionError("no text is sent here");
    }

    @Override
    public Advanced advance(AccountId account, ProviderEvent.Receipt receipt, byte[] raw, Instant now) {
        throw new AssertionError("no receipt is sent here");
    }

    @Override
    public Page<KeptEvent> kept(Disposition disposition, PageRequest page) {
        return Page.empty();
    }
}
