package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.state.Content;
import io.smsmessenger.examples.simulator.state.Event;
import io.smsmessenger.examples.simulator.state.HandsetMessage;
import io.smsmessenger.examples.simulator.state.Message;
import io.smsmessenger.examples.simulator.state.OptOut;
import io.smsmessenger.examples.simulator.state.OwnNumber;
import io.smsmessenger.examples.simulator.state.Profile;
import io.smsmessenger.examples.simulator.state.Store;
import io.smsmessenger.examples.simulator.state.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes texts from handsets: acts on STOP, START and HELP, and tells the profile's webhook. */
public final class Receiving {
    private final Store store;
    private final Webhooks webhooks;
    private final Events events;
    private final Network network;
    private final Tasks tasks;
    private final Chance chance;
    private final Clock clock;

    Receiving(Store store, Webhooks webhooks, Events events, Network network, Tasks tasks, Chance chance, Clock clock) {
        this.store = store;
        this.webhooks = webhooks;
        this.events = events;
        this.network = network;
        this.tasks = tasks;
        this.chance = chance;
        this.clock = clock;
    }

    /** A text from a handset; empty when {@code to} is no number of the account. */
    public Optional<HandsetMessage> text(String handset, String to, String text, List<String> mediaUrls) {
        Optional<OwnNumber> number = store.numbers().get(to);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        HandsetMessage sent = store.handsetMessages()
                .put(new HandsetMessage(
                        chance.uuid(), handset, "sent", handset, to, text, mediaUrls, now, "delivered"));
        String profileId = number.get().profileId();
        if (profileId != null) {
            store.profiles().get(profileId).ifPresent(profile -> arrive(profile, sent));
        }
        return Optional.of(sent);
    }

    private void arrive(Profile profile, HandsetMessage sent) {
        Optional<Keyword> keyword = Keyword.of(sent.text());
        keyword.ifPresent(word -> act(word, profile, sent));
        Segments segments = Segments.of(sent.text());
        Message message = store.messages()
                .put(new Message(
                        sent.id(),
                        true,
                        profile.id(),
                        sent.from(),
                        sent.to(),
                        new Content(
                                sent.text(), "", sent.mediaUrls(), segments.encoding(), Math.min(segments.parts(), 10)),
                        profile.hooks(),
                        "webhook_delivered",
                        null,
                        Times.received(sent.at()),
                        keyword.map(Enum::name).orElse(null)));
        Event event = events.receipt("message.received", message, false);
        if (event.state() == Event.State.PENDING) {
            tasks.after(network.delay(), () -> {
                webhooks.deliver(event, () -> {});
                if (chance.percent(network.duplicate())) {
                    webhooks.repeat(event);
                }
            });
        }
    }

    private void act(Keyword keyword, Profile profile, HandsetMessage sent) {
        switch (keyword) {
            case STOP ->
                store.optOuts()
                        .put(new OptOut(
                                profile.id(),
                                sent.from(),
                                sent.to(),
                                sent.text().strip().toUpperCase(Locale.ROOT),
                                sent.at()));
            case START -> store.optOuts().remove(OptOut.key(profile.id(), sent.from()));
            case HELP -> {}
        }
        store.handsetMessages()
                .put(new HandsetMessage(
                        chance.uuid(),
                        sent.from(),
                        "received",
                        sent.to(),
                        sent.from(),
                        keyword.reply(),
                        List.of(),
                        sent.at(),
                        "delivered"));
    }
}
