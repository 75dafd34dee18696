package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.state.Event;
import io.smsmessenger.examples.simulator.state.Event.State;
import io.smsmessenger.examples.simulator.state.HandsetMessage;
import io.smsmessenger.examples.simulator.state.Message;
import io.smsmessenger.examples.simulator.state.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes an accepted message to its end and tells the webhooks: queued, sent, finalized. */
final class Receipts {
    private static final System.Logger LOG = System.getLogger(Receipts.class.getName());

    private final Store store;
    private final Webhooks webhooks;
    private final Network network;
    private final Timings timings;
    private final Tasks tasks;
    private final Chance chance;
    private final Clock clock;
    private final Events events;
    private final Consumer<Message> echo;
    private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();

    Receipts(
            Store store,
            Webhooks webhooks,
            Network network,
            Timings timings,
            Tasks tasks,
            Chance chance,
            Clock clock,
            Events events,
            Consumer<Message> echo) {
        this.store = store;
        this.webhooks = webhooks;
        this.network = network;
        this.timings = timings;
        this.tasks = tasks;
        this.chance = chance;
        this.clock = clock;
        this.events = events;
        this.echo = echo;
    }

    /** Starts, or goes on after a restart, from the status the message has. */
    void follow(Message message) {
        switch (message.status()) {
            case "scheduled" -> tasks.muchLater(untilDue(message), () -> release(message.id()));
            case "queued" -> tasks.after(network.delay(), () -> leave(message.id()));
            case "sent" -> finishLater(message, null);
            default -> {}
        }
    }

    /** The same, and waits until its last event was delivered once, but no longer than the limit. */
    void followToTheEnd(Message message, Duration limit) {
        CountDownLatch end = new CountDownLatch(1);
        awaited.put(message.id(), end);
        follow(message);
        try {
            boolean inTime = end.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            awaited.remove(message.id(), end);
            if (!inTime) {
                LOG.log(System.Logger.Level.INFO, "A send is answered before its last event was delivered");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void reachedItsEnd(String id) {
        CountDownLatch waiting = awaited.get(id);
        if (waiting != null) {
            waiting.countDown();
        }
    }

    private Duration untilDue(Message message) {
        var due = message.times().sendAt();
        return due == null ? Duration.ZERO : Duration.between(clock.instant(), due);
    }

    private void release(String id) {
        store.messages()
                .update(id, row -> row.status().equals("scheduled") ? row.withStatus("queued") : row)
                .filter(row -> row.status().equals("queued"))
                .ifPresent(this::follow);
    }

    private void leave(String id) {
        store.messages().update(id, row -> row.sent(clock.instant())).ifPresent(message -> {
            Magic magic = Magic.of(message.to());
            Event event = events.receipt("message.sent", message, magic == Magic.SILENT || lost());
            boolean swap = magic == Magic.JUMBLED || (network.shuffle() && chance.percent(50));
            if (event.state() != State.PENDING || swap) {
                finishLater(message, event.state() == State.PENDING ? event : null);
            } else {
                webhooks.deliver(event, () -> finishLater(message, null));
                repeat(event, magic);
            }
        });
    }

    private void finishLater(Message message, @Nullable Event held) {
        switch (Magic.of(message.to())) {
            case SILENT -> {
                land(message);
                reachedItsEnd(message.id());
            }
            case LATE -> tasks.muchLater(timings.lateReceipt(), () -> finish(message.id(), held));
            default -> tasks.after(network.delay(), () -> finish(message.id(), held));
        }
    }

    private void finish(String id, @Nullable Event held) {
        store.messages().update(id, this::ended).ifPresent(message -> {
            Magic magic = Magic.of(message.to());
            if (message.failure() == null) {
                land(message);
            }
            Event event = events.receipt("message.finalized", message, lost());
            Runnable then = () -> {
                reachedItsEnd(id);
                if (held != null) {
                    deliver(held, magic);
                }
            };
            if (event.state() == State.PENDING) {
                webhooks.deliver(event, then);
                repeat(event, magic);
            } else {
                then.run();
            }
            if (magic == Magic.ECHO) {
                echo.accept(message);
            }
        });
    }

    private void deliver(Event event, Magic magic) {
        webhooks.deliver(event, () -> {});
        repeat(event, magic);
    }

    private void repeat(Event event, Magic magic) {
        if (magic == Magic.JUMBLED || chance.percent(network.duplicate())) {
            webhooks.repeat(event);
        }
    }

    private boolean lost() {
        return chance.percent(network.loseReceipts());
    }

    private Message ended(Message message) {
        return switch (Magic.of(message.to())) {
            case LANDLINE -> message.ended("delivery_failed", Failure.NOT_ROUTABLE.code(), clock.instant());
            case SPAM -> message.ended("delivery_failed", Failure.SPAM_BLOCKED.code(), clock.instant());
            case UNCONFIRMED -> message.ended("delivery_unconfirmed", null, clock.instant());
            default -> message.ended("delivered", null, clock.instant());
        };
    }

    /** Puts the message on the handset; a second time changes nothing. */
    private void land(Message message) {
        List<String> media = new ArrayList<>(message.content().mediaUrls());
        store.handsetMessages()
                .put(new HandsetMessage(
                        message.id(),
                        message.to(),
                        "received",
                        message.from(),
                        message.to(),
                        message.content().text(),
                        media,
                        clock.instant(),
                        "delivered"));
    }
}
