package io.smsmessenger.sending;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.store.Claim;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The hands that send, and as many claims again that wait for them, so that neither claiming nor settling stands between
 * two sends. Bulk never takes the last hand, nor the last place before it.
 */
final class Hands {
    private final int most;
    private final int mostBulk;
    private final Attempt attempt;
    private final Traffic traffic;
    private final Consumer<Boolean> finished;
    private final ExecutorService threads;
    private final Deque<Held> single = new ArrayDeque<>();
    private final Deque<Held> bulk = new ArrayDeque<>();
    private final Map<AccountId, Integer> inFlight = new HashMap<>();
    private int busy;
    private int flying;
    private int flyingBulk;
    private boolean stopped;
    private boolean moreSingle;
    private boolean moreBulk;

    /** Hands that are idle until something is offered; {@code finished} hears of each attempt, and whether it
     * is time to claim more. */
    Hands(SendingSettings settings, Attempt attempt, Traffic traffic, Consumer<Boolean> finished) {
        this.most = settings.concurrency();
        this.mostBulk = settings.bulkConcurrency();
        this.attempt = attempt;
        this.traffic = traffic;
        this.finished = finished;
        this.threads = Threads.hands("sms-send", most, settings.virtualThreads());
    }

    /** How many more may be claimed. */
    synchronized int room() {
        return stopped ? 0 : 2 * most - flying - single.size() - bulk.size();
    }

    /** How many of them may be bulk. */
    synchronized int bulkRoom() {
        return Math.max(0, Math.min(2 * mostBulk, 2 * most - 1) - flyingBulk - bulk.size());
    }

    /**
     * Takes claims in.
     *
     * @param asked how many were asked for
     * @param askedBulk how many of them might be bulk
     * @return those that come too late, because the hands were stopped meanwhile
     */
    List<Held> offer(List<Held> claims, int asked, int askedBulk) {
        synchronized (this) {
            if (stopped) {
                return claims;
            }
            claims.forEach(each -> (each.bulk() ? bulk : single).add(each));
            long bulky = claims.stream().filter(Held::bulk).count();
            // Single texts come first, so where bulk came there are none left.
            moreSingle = claims.size() == asked && bulky == 0;
            moreBulk = claims.size() == asked || bulky == askedBulk;
        }
        go();
        return List.of();
    }

    /** Sets as many hands to work as there is work for. */
    void go() {
        while (begin()) {
            boolean begun = Isolated.run("beginning to send", () -> threads.execute(this::work));
            if (!begun) {
                putDown();
                return;
            }
        }
    }

    /** Takes back what waits and is not wanted any more. */
    synchronized List<Claim> drop(Predicate<Held> which) {
        List<Claim> dropped = new ArrayList<>();
        for (Deque<Held> waiting : List.of(single, bulk)) {
            waiting.stream().filter(which).map(Held::claim).forEach(dropped::add);
            waiting.removeIf(held -> dropped.contains(held.claim()));
        }
        return dropped;
    }

    synchronized boolean waiting() {
        return !single.isEmpty() || !bulk.isEmpty();
    }

    /** Begins nothing more; answers what was waiting. */
    List<Claim> stop() {
        synchronized (this) {
            stopped = true;
        }
        threads.shutdown();
        return drop(held -> true);
    }

    /** Waits until nothing is in flight any more. Nothing is interrupted, for that would make its outcome unknown. */
    boolean rest(long nanos) throws InterruptedException {
        return threads.awaitTermination(nanos, TimeUnit.NANOSECONDS);
    }

    private synchronized boolean begin() {
        boolean work = !stopped && busy < most && busy - flying < takeable();
        busy += work ? 1 : 0;
        return work;
    }

    private void work() {
        Isolated.run("a hand", () -> {
            boolean idle = false;
            try {
                while (!idle) {
                    idle = !workOnce();
                }
            } finally {
                if (!idle) {
                    // What broke in our own books costs no hand: whatever waits is begun anew with the next look.
                    putDown();
                }
            }
        });
    }

    /** Whether there was anything to do; if not, this hand is at rest. */
    private boolean workOnce() {
        Held held = take();
        if (held == null) {
            return false;
        }
        boolean[] sent = new boolean[1];
        try {
            Isolated.run("an attempt", () -> sent[0] = attempt.run(held));
        } finally {
            done(held, sent[0]);
        }
        return true;
    }

    private synchronized void putDown() {
        busy--;
    }

    private synchronized @Nullable Held take() {
        Held next = stopped ? null : next(single);
        if (next == null && !stopped && flyingBulk < mostBulk) {
            next = next(bulk);
        }
        if (next == null) {
            putDown();
            return null;
        }
        flying++;
        flyingBulk += next.bulk() ? 1 : 0;
        inFlight.merge(next.claim().accountId(), 1, Integer::sum);
        return next;
    }

    private void done(Held held, boolean sent) {
        boolean few;
        synchronized (this) {
            flying--;
            flyingBulk -= held.bulk() ? 1 : 0;
            inFlight.computeIfPresent(held.claim().accountId(), (id, count) -> count == 1 ? null : count - 1);
            few = (moreSingle && single.size() <= most / 2) || (moreBulk && bulk.size() <= mostBulk / 2);
        }
        // What is put back would be claimed again at once.
        Isolated.run("looking for more", () -> finished.accept(sent && few));
        // An account that was at its limit, or bulk, may have room for another hand now.
        go();
    }

    /** How many could be taken now. */
    private int takeable() {
        Map<AccountId, Integer> left = new HashMap<>();
        int singly = takeable(single, most, left);
        return singly + takeable(bulk, mostBulk - flyingBulk, left);
    }

    private int takeable(Deque<Held> waiting, int atMost, Map<AccountId, Integer> left) {
        int count = 0;
        for (Held held : waiting) {
            if (count < atMost && left.merge(held.claim().accountId(), left(held), (known, same) -> known - 1) > 0) {
                count++;
            }
        }
        return count;
    }

    private @Nullable Held next(Deque<Held> waiting) {
        for (Iterator<Held> each = waiting.iterator(); each.hasNext(); ) {
            Held held = each.next();
            if (left(held) > 0) {
                each.remove();
                return held;
            }
        }
        return null;
    }

    /** How many more of this one's account may be in flight. */
    private int left(Held held) {
        AccountId account = held.claim().accountId();
        return traffic.allowed(account) - inFlight.getOrDefault(account, 0);
    }
}
