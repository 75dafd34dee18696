package io.smsmessenger.examples.simulator.carrier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The weather between the carrier and everybody else. Takes effect at once. */
public final class Network {
    private final Deque<SendFault> nextSends = new ArrayDeque<>();
    private final Deque<SendFault> nextReads = new ArrayDeque<>();
    private final Deque<WebhookFault> nextWebhooks = new ArrayDeque<>();
    private final Throttle throttle = new Throttle();
    private final Chance chance;
    private List<Odds> odds = List.of();
    private Duration delay;
    private int losePercent;
    private int duplicatePercent;
    private boolean shuffle;
    private boolean eventsFirst;

    Network(Duration delay, Chance chance) {
        this.delay = delay;
        this.chance = chance;
    }

    /** The time from queued to sent, and from sent to the end. */
    public synchronized Duration delay() {
        return delay;
    }

    /** Sets the delay. */
    public synchronized Network delay(Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("The delay is negative");
        }
        delay = value;
        return this;
    }

    /** How many of 100 receipts nobody is told of. */
    public synchronized int loseReceipts() {
        return losePercent;
    }

    /** Sets how many of 100 receipts nobody is told of; texts from handsets are never lost. */
    public synchronized Network loseReceipts(int percent) {
        losePercent = percent(percent);
        return this;
    }

    /** How many of 100 webhooks come twice. */
    public synchronized int duplicate() {
        return duplicatePercent;
    }

    /** Sets how many of 100 webhooks come twice. */
    public synchronized Network duplicate(int percent) {
        duplicatePercent = percent(percent);
        return this;
    }

    /** Whether receipts come in any order. */
    public synchronized boolean shuffle() {
        return shuffle;
    }

    /** Sets whether about half of the messages get their final receipt before the one that says sent. */
    public synchronized Network shuffle(boolean value) {
        shuffle = value;
        return this;
    }

    /** Whether the events of a send are delivered before it is answered. */
    public synchronized boolean eventsFirst() {
        return eventsFirst;
    }

    /** Sets whether the events of a send, up to the last, are delivered before it is answered. */
    public synchronized Network eventsFirst(boolean value) {
        eventsFirst = value;
        return this;
    }

    /** The limit on sends, if there is one. */
    public Optional<RateLimit> rateLimit() {
        return throttle.limit();
    }

    /** Sets how many sends the account may make in a second; null for as many as it likes. */
    public Network rateLimit(@Nullable RateLimit limit) {
        throttle.limit(limit);
        return this;
    }

    /** The faults that sends meet by chance. */
    public synchronized List<Odds> odds() {
        return odds;
    }

    /** Sets the faults that sends meet by chance; at most one each, and none that meets an ordered fault. */
    public synchronized Network odds(Odds... faults) {
        return odds(List.of(faults));
    }

    /** The same from a list. */
    public synchronized Network odds(List<Odds> faults) {
        int sum = faults.stream().mapToInt(Odds::perMille).sum();
        if (sum > 1000) {
            throw new IllegalArgumentException("More than 1000 of 1000 sends: " + sum);
        }
        odds = List.copyOf(faults);
        return this;
    }

    /** Adds faults for the next sends, one each, in order. */
    public synchronized Network nextSendFails(SendFault... faults) {
        nextSends.addAll(List.of(faults));
        return this;
    }

    /**
     * Adds faults for the next requests that only read, one each, in order; one that refuses nothing, such as
     * {@code SendFault.hang(Duration.ZERO)}, lets a request through.
     */
    public synchronized Network nextReadFails(SendFault... faults) {
        nextReads.addAll(List.of(faults));
        return this;
    }

    /** Adds faults for the next webhook attempts, one each, in order. */
    public synchronized Network nextWebhook(WebhookFault... faults) {
        nextWebhooks.addAll(List.of(faults));
        return this;
    }

    /** Sets the faults for the next sends, whatever waited before. */
    public synchronized Network replaceSendFaults(List<SendFault> faults) {
        nextSends.clear();
        nextSends.addAll(faults);
        return this;
    }

    /** Sets the faults for the next webhook attempts, whatever waited before. */
    public synchronized Network replaceWebhookFaults(List<WebhookFault> faults) {
        nextWebhooks.clear();
        nextWebhooks.addAll(faults);
        return this;
    }

    /** The faults that still wait for a send. */
    public synchronized List<SendFault> pendingSendFaults() {
        return List.copyOf(nextSends);
    }

    /** The faults that still wait for a webhook attempt. */
    public synchronized List<WebhookFault> pendingWebhookFaults() {
        return List.copyOf(nextWebhooks);
    }

    /** Fair weather again; the delay stays. */
    public synchronized Network clear() {
        losePercent = 0;
        duplicatePercent = 0;
        shuffle = false;
        eventsFirst = false;
        odds = List.of();
        throttle.limit(null);
        nextSends.clear();
        nextReads.clear();
        nextWebhooks.clear();
        return this;
    }

    /** The fault that is due for a request that only reads, if any. */
    public synchronized Optional<SendFault> takeReadFault() {
        return Optional.ofNullable(nextReads.poll());
    }

    synchronized Optional<SendFault> takeSendFault() {
        SendFault ordered = nextSends.poll();
        return ordered == null ? byChance() : Optional.of(ordered);
    }

    private Optional<SendFault> byChance() {
        if (odds.isEmpty()) {
            return Optional.empty();
        }
        int drawn = chance.upTo(1000);
        for (Odds each : odds) {
            drawn -= each.perMille();
            if (drawn < 0) {
                return Optional.of(each.fault());
            }
        }
        return Optional.empty();
    }

    Optional<Map<String, String>> throttled(Instant now) {
        return throttle.count(now);
    }

    synchronized Optional<WebhookFault> takeWebhookFault() {
        return Optional.ofNullable(nextWebhooks.poll());
    }

    private static int percent(int value) {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException("Not a percentage: " + value);
        }
        return value;
    }
}
