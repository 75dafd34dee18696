package io.smsmessenger.examples.simulator.state;

import io.smsmessenger.examples.simulator.http.Json;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that the carrier remembers. On disk it is a log with one line per change, replayed at the start; without a
 * directory it lives in memory only. A change that was logged survives an abrupt end of the process.
 */
public final class Store implements AutoCloseable {
    private final @Nullable AppendLog log;
    private final Map<String, Table<?>> tables = new HashMap<>();
    private final Table<Profile> profiles = table("profiles", Profile.class, Profile::id);
    private final Table<OwnNumber> numbers = table("numbers", OwnNumber.class, OwnNumber::phoneNumber);
    private final Table<Message> messages = table("messages", Message.class, Message::id);
    private final Table<Event> events = table("events", Event.class, Event::id);
    private final Table<OptOut> optOuts = table("optOuts", OptOut.class, OptOut::key);
    private final Table<Order> orders = table("orders", Order.class, Order::id);
    private final Table<HandsetMessage> handsetMessages =
            table("handsetMessages", HandsetMessage.class, HandsetMessage::id);
    private long changes;

    private Store(@Nullable AppendLog log) {
        this.log = log;
    }

    /** Opens the store of a directory, or an empty one in memory. */
    public static Store open(@Nullable Path directory) {
        AppendLog log = directory == null ? null : AppendLog.open(directory.resolve("state.jsonl"));
        Store store = new Store(log);
        if (log != null) {
            log.take().forEach(store::replay);
        }
        return store;
    }

    private <T> Table<T> table(String name, Class<T> type, Function<T, String> key) {
        Table<T> table = new Table<>(this, name, type, key);
        tables.put(name, table);
        return table;
    }

    /** Messaging profiles by id. */
    public Table<Profile> profiles() {
        return profiles;
    }

    /** Phone numbers of the account by E.164. */
    public Table<OwnNumber> numbers() {
        return numbers;
    }

    /** Messages by id. */
    public Table<Message> messages() {
        return messages;
    }

    /** Webhook events by id. */
    public Table<Event> events() {
        return events;
    }

    /** Block rules by {@link OptOut#key()}. */
    public Table<OptOut> optOuts() {
        return optOuts;
    }

    /** OwnNumber orders by id. */
    public Table<Order> orders() {
        return orders;
    }

    /** What lies on handsets, by id. */
    public Table<HandsetMessage> handsetMessages() {
        return handsetMessages;
    }

    /** How many changes this store has seen in its life: differs after each restart that followed a change. */
    public synchronized long changes() {
        return changes;
    }

    synchronized void log(String table, String key, @Nullable Object value) {
        changes++;
        if (log != null) {
            ObjectNode line = Json.object().put("table", table).put("key", key);
            line.set("value", mapper().valueToTree(value));
            log.append(line.toString());
        }
    }

    private void replay(String line) {
        changes++;
        JsonNode change = mapper().readTree(line);
        Table<?> table = tables.get(change.path("table").asString(""));
        if (table != null) {
            table.load(change.path("key").asString(""), change.get("value"));
        }
    }

    JsonMapper mapper() {
        return Json.mapper();
    }

    @Override
    public synchronized void close() {
        if (log != null) {
            log.close();
        }
    }
}
