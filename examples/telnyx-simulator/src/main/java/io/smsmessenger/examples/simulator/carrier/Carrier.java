package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.state.Event;
import io.smsmessenger.examples.simulator.state.Event.State;
import io.smsmessenger.examples.simulator.state.Message;
import io.smsmessenger.examples.simulator.state.Order;
import io.smsmessenger.examples.simulator.state.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The carrier as a whole: its rooms, wired together. */
public final class Carrier implements AutoCloseable {
    private final Store store;
    private final Clock clock;
    private final WireLog wire = new WireLog();
    private final Tasks tasks = new Tasks();
    private final Network network;
    private final Webhooks webhooks;
    private final Receipts receipts;
    private final Receiving receiving;
    private final Sending sending;
    private final Numbers numbers;
    private final Profiles profiles;

    /** Wires a carrier over a store; nothing moves before {@link #resume}. */
    public Carrier(Store store, Signer signer, Timings timings, Clock clock, Chance chance) {
        this.store = store;
        this.clock = clock;
        network = new Network(timings.step(), chance.apart());
        webhooks = new Webhooks(store, signer, network, timings, tasks, clock, wire);
        Events events = new Events(store, chance, clock);
        receiving = new Receiving(store, webhooks, events, network, tasks, chance, clock);
        receipts = new Receipts(store, webhooks, network, timings, tasks, chance, clock, events, this::echo);
        sending = new Sending(store, receipts, network, timings, chance, clock);
        numbers = new Numbers(store, timings, tasks, chance, clock);
        profiles = new Profiles(store, chance, clock);
    }

    private void echo(Message message) {
        var unused = receiving.text(
                message.to(), message.from(), "Auto: " + message.content().text(), List.of());
    }

    /** Goes on where an earlier process ended: undelivered webhooks, messages on their way, open orders. */
    public void resume() {
        Set<String> waiting = store.events().all().stream()
                .filter(event -> event.state() == State.PENDING)
                .map(Event::id)
                .collect(Collectors.toSet());
        store.messages().all().stream().filter(message -> !message.inbound()).forEach(receipts::follow);
        waiting.forEach(id -> store.events().get(id).ifPresent(event -> webhooks.deliver(event, () -> {})));
        store.orders().all().stream()
                .filter(order -> !order.done())
                .map(Order::id)
                .forEach(numbers::fulfilLater);
    }

    /** Forgets messages, handsets, block rules and events; keeps profiles, numbers, orders and the journal. */
    public void reset() {
        network.clear();
        store.messages().clear();
        store.events().clear();
        store.optOuts().clear();
        store.handsetMessages().clear();
        wire.clear();
    }

    /** Waits until every webhook that is due was delivered or given up. */
    public boolean awaitIdle(Duration limit) throws InterruptedException {
        return tasks.awaitIdle(limit);
    }

    /** What is remembered. */
    public Store store() {
        return store;
    }

    /** The clock it goes by. */
    public Clock clock() {
        return clock;
    }

    /** What went over the wire lately. */
    public WireLog wire() {
        return wire;
    }

    /** The knobs. */
    public Network network() {
        return network;
    }

    /** Where sends are accepted. */
    public Sending sending() {
        return sending;
    }

    /** Where texts from handsets arrive. */
    public Receiving receiving() {
        return receiving;
    }

    /** Where numbers are bought. */
    public Numbers numbers() {
        return numbers;
    }

    /** Where profiles are made. */
    public Profiles profiles() {
        return profiles;
    }

    @Override
    public void close() {
        tasks.close();
        webhooks.close();
        store.close();
    }
}
