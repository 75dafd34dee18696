package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.state.Content;
import io.smsmessenger.examples.simulator.state.Hooks;
import io.smsmessenger.examples.simulator.state.Message;
import io.smsmessenger.examples.simulator.state.Profile;
import io.smsmessenger.examples.simulator.state.Store;
import io.smsmessenger.examples.simulator.state.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Accepts sends from the account, or refuses them. */
public final class Sending {
    private static final Duration LAST_CANCEL = Duration.ofMinutes(1);

    private final Store store;
    private final Checks checks;
    private final Receipts receipts;
    private final Network network;
    private final Timings timings;
    private final Chance chance;
    private final Clock clock;
    private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

    Sending(Store store, Receipts receipts, Network network, Timings timings, Chance chance, Clock clock) {
        this.store = store;
        this.checks = new Checks(store);
        this.receipts = receipts;
        this.network = network;
        this.timings = timings;
        this.chance = chance;
        this.clock = clock;
    }

    /** Checks a draft without accepting it. */
    public Message check(Draft draft) {
        Instant now = clock.instant();
        String to = checks.recipient(draft);
        String from = checks.sender(draft);
        Profile profile = checks.profile(from);
        checks.destination(profile, to);
        Content content = checks.content(draft, profile);
        checks.webhooks(draft);
        checks.schedule(draft, now);
        checks.notStopped(profile, from, to);
        boolean own = !draft.hooks().urls().isEmpty();
        Hooks hooks = own ? draft.hooks() : draft.useProfileWebhooks() ? profile.hooks() : Hooks.NONE;
        String status = draft.sendAt() == null ? "queued" : "scheduled";
        Times times = new Times(now, draft.sendAt(), null, null);
        return new Message(chance.uuid(), false, profile.id(), from, to, content, hooks, status, null, times, null);
    }

    /** The headers of a refusal when the account sends faster than it may. */
    public Optional<Map<String, String>> throttled() {
        return network.throttled(clock.instant());
    }

    /** The fault that is due for a send to this number, if any. */
    public Optional<SendFault> faultFor(String to) {
        Optional<SendFault> ordered = network.takeSendFault();
        if (ordered.isPresent()) {
            return ordered;
        }
        return switch (Magic.of(to)) {
            case BROKEN_ONCE -> everySecond(to, SendFault.refuse(500, Failure.UNEXPECTED.code()));
            case BUSY_ONCE ->
                everySecond(
                        to,
                        SendFault.refuse(429, Failure.TOO_MANY_REQUESTS.code()).withRetryAfter("1"));
            case HANGS -> Optional.of(SendFault.hang(timings.hang()));
            default -> Optional.empty();
        };
    }

    private Optional<SendFault> everySecond(String to, SendFault fault) {
        if (failedOnce.add(to)) {
            return Optional.of(fault);
        }
        failedOnce.remove(to);
        return Optional.empty();
    }

    /** Takes a checked message; from here on it is the carrier's. */
    public void accept(Message message) {
        Message kept = store.messages().put(message);
        if (network.eventsFirst()) {
            receipts.followToTheEnd(kept, timings.answerLimit().multipliedBy(2));
        } else {
            receipts.follow(kept);
        }
    }

    /** Cancels a scheduled message that is not due within the minute; empty when there is none to cancel. */
    public Optional<Message> cancel(String id) {
        Instant last = clock.instant().plus(LAST_CANCEL);
        AtomicBoolean done = new AtomicBoolean();
        return store.messages()
                .update(id, row -> {
                    done.set(cancellable(row, last));
                    return done.get() ? row.withStatus("cancelled") : row;
                })
                .filter(row -> done.get());
    }

    private static boolean cancellable(Message message, Instant last) {
        Instant due = message.times().sendAt();
        return message.status().equals("scheduled") && due != null && due.isAfter(last);
    }
}
