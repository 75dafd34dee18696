package io.smsmessenger.examples.simulator.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Records of one kind by key, in the order in which they came. Each call is one atomic, logged change. */
public final class Table<T> {
    private final Store store;
    private final String name;
    private final Class<T> type;
    private final Function<T, String> key;
    private final Map<String, T> rows = new LinkedHashMap<>();

    Table(Store store, String name, Class<T> type, Function<T, String> key) {
        this.store = store;
        this.name = name;
        this.type = type;
        this.key = key;
    }

    /** Inserts or replaces. */
    public T put(T row) {
        synchronized (store) {
            store.log(name, key.apply(row), row);
            rows.put(key.apply(row), row);
            return row;
        }
    }

    /** Replaces the row under the key by what the change makes of it; empty when there is none. */
    public Optional<T> update(String id, UnaryOperator<T> change) {
        synchronized (store) {
            return get(id).map(row -> put(change.apply(row)));
        }
    }

    /** The row under the key. */
    public Optional<T> get(String id) {
        synchronized (store) {
            return Optional.ofNullable(rows.get(id));
        }
    }

    /** Takes the row away. */
    public Optional<T> remove(String id) {
        synchronized (store) {
            store.log(name, id, null);
            return Optional.ofNullable(rows.remove(id));
        }
    }

    /** All rows, oldest first. */
    public List<T> all() {
        synchronized (store) {
            return List.copyOf(rows.values());
        }
    }

    /** Takes all rows away. */
    public void clear() {
        all().forEach(row -> remove(key.apply(row)));
    }

    void load(String id, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            rows.remove(id);
        } else {
            rows.put(id, store.mapper().treeToValue(value, type));
        }
    }
}
