package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.state.Event;
import io.smsmessenger.examples.simulator.state.Event.State;
import io.smsmessenger.examples.simulator.state.Message;
import io.smsmessenger.examples.simulator.state.OwnNumber;
import io.smsmessenger.examples.simulator.state.Store;
import java.time.Clock;
import java.util.List;

/** Writes events down before anybody is told. */
final class Events {
    private final Store store;
    private final Chance chance;
    private final Clock clock;

    Events(Store store, Chance chance, Clock clock) {
        this.store = store;
        this.chance = chance;
        this.clock = clock;
    }

    /** An event about a message as it is now; lost ones, and those without a webhook, are never delivered. */
    Event receipt(String type, Message message, boolean lost) {
        List<String> urls = message.hooks().urls();
        String ours = message.inbound() ? message.to() : message.from();
        List<String> tags = store.numbers().get(ours).map(OwnNumber::tags).orElse(List.of());
        return store.events()
                .put(new Event(
                        chance.uuid(),
                        type,
                        message.id(),
                        clock.instant(),
                        MessageJson.of(message, tags),
                        urls,
                        lost || urls.isEmpty() ? State.LOST : State.PENDING,
                        List.of()));
    }
}
