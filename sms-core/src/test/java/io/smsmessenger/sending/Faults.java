package io.smsmessenger.sending;

import io.smsmessenger.store.Inspection;
import io.smsmessenger.store.LaneStore;
import io.smsmessenger.store.OutboxStore;
import io.smsmessenger.store.SmsStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store whose methods do first what a test put before them: wait, or throw. */
final class Faults {
    private final SmsStore store;
    private final Map<String, Before> before = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private volatile Inspection inspection = Inspection.sound();
    private volatile boolean away;

    Faults(SmsStore real) {
        OutboxStore outbox = watched(OutboxStore.class, real.outbox());
        LaneStore lanes = watched(LaneStore.class, real.lanes());
        this.store = SmsStore.class.cast(Proxy.newProxyInstance(
                SmsStore.class.getClassLoader(),
                new Class<?>[] {SmsStore.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "outbox" -> outbox;
                    case "lanes" -> lanes;
                    case "inspect" -> inspected();
                    default -> method.invoke(real, arguments);
                }));
    }

    SmsStore store() {
        return store;
    }

    /** What comes before each call of this method of outbox or lanes. */
    void before(String method, Before what) {
        before.put(method, what);
    }

    void nothingBefore(String method) {
        before.remove(method);
    }

    /** Whether outbox, lanes and inspection throw, as when the database is away. */
    void away(boolean isAway) {
        away = isAway;
    }

    void inspection(Inspection found) {
        inspection = found;
    }

    /** How often this method was called while the store was not away. */
    int calls(String method) {
        return of(calls, method);
    }

    /** How often it was called at all. */
    int tried(String method) {
        return of(tries, method);
    }

    private static int of(Map<String, AtomicInteger> counts, String method) {
        AtomicInteger count = counts.get(method);
        return count == null ? 0 : count.get();
    }

    private static void count(Map<String, AtomicInteger> counts, String method) {
        counts.computeIfAbsent(method, name -> new AtomicInteger()).incrementAndGet();
    }

    private Inspection inspected() {
        throwIfAway();
        count(calls, "inspect");
        return inspection;
    }

    private void throwIfAway() {
        if (away) {
            throw new IllegalStateException("the database is away, on purpose");
        }
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    count(tries, method.getName());
                    throwIfAway();
                    count(calls, method.getName());
                    Before fault = before.get(method.getName());
                    if (fault != null) {
                        fault.call(arguments);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    /** Something that happens first. */
    @FunctionalInterface
    interface Before {
        void call(@Nullable Object[] arguments);
    }
}
