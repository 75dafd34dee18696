package io.smsmessenger.jpa.kill;

import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.OutboxStore;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.SmsStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends the process at a fail point, as a kill would: without shutdown hooks, by proxies around store and provider. All
 * threads that shall reach it wait there for the last, so that one process stands for that many runs.
 */
final class Doom {
    private static final int KILLED = 137;

    private final FailPoint at;
    private final AtomicInteger missing;

    Doom(FailPoint at, int together) {
        this.at = at;
        this.missing = new AtomicInteger(at == FailPoint.BEFORE_CLAIM ? 1 : together);
    }

    SmsStore around(SmsStore store) {
        if (at == FailPoint.NONE) {
            return store;
        }
        OutboxStore outbox = watched(OutboxStore.class, store.outbox());
        return proxy(SmsStore.class, store, (method, arguments, result) -> method.equals("outbox") ? outbox : result);
    }

    SmsProvider around(SmsProvider provider) {
        return at == FailPoint.NONE ? provider : watched(SmsProvider.class, provider);
    }

    private <T> T watched(Class<T> type, T target) {
        return proxy(type, target, this::after);
    }

    private void before(String method, Object[] arguments) {
        switch (method) {
            case "claim" -> reached(FailPoint.BEFORE_CLAIM);
            case "gate" -> reached(FailPoint.BEFORE_GATE);
            case "settle" -> reachedIf(FailPoint.BEFORE_SETTLE, isAccepted(arguments));
            default -> {}
        }
    }

    private Object after(String method, Object[] arguments, Object result) {
        reachedIf(FailPoint.BEFORE_POST, result instanceof Gate.Passed);
        reachedIf(FailPoint.AFTER_SETTLE, method.equals("settle") && isAccepted(arguments));
        return result;
    }

    /** On a slow machine some do not leave at once, and come again. */
    private static boolean isAccepted(Object[] settle) {
        return settle[1] instanceof Settlement.Accepted;
    }

    private void reachedIf(FailPoint point, boolean there) {
        if (there) {
            reached(point);
        }
    }

    private void reached(FailPoint point) {
        if (point != at) {
            return;
        }
        if (missing.decrementAndGet() <= 0) {
            Runtime.getRuntime().halt(KILLED);
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps all interfaces of the target, so that what it can do besides is still found. */
    private <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                Doom.class.getClassLoader(), target.getClass().getInterfaces(), (self, method, arguments) -> {
                    before(method.getName(), arguments);
                    try {
                        return after.apply(method.getName(), arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    /** What becomes of a result. */
    @FunctionalInterface
    private interface After {
        Object apply(String method, Object[] arguments, Object result);
    }
}
