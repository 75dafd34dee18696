package io.smsmessenger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/**
 * Shares a portion out among several campaigns, for implementers of stores: each gets as much as the others, what some
 * leave goes to the rest, and the next time those come first that came last. Safe for use by many threads.
 */
public final class Turns {
    private final AtomicLong served = new AtomicLong();

    /** The number of the campaign that was served last: the ones after it are next, then those from the first on. */
    public long served() {
        return served.get();
    }

    /**
     * Shares out.
     *
     * @param campaigns their numbers, in the order of their turn
     * @param limit how many rows at most
     * @param take takes up to so many rows of one campaign
     */
    public List<Feed> share(List<Long> campaigns, int limit, BiFunction<Long, Integer, List<Feed>> take) {
        List<Feed> taken = new ArrayList<>();
        List<Long> turn = campaigns;
        while (!turn.isEmpty() && taken.size() < limit) {
            List<Long> hungry = new ArrayList<>();
            for (int i = 0; i < turn.size() && taken.size() < limit; i++) {
                int others = turn.size() - i;
                int share = (limit - taken.size() + others - 1) / others;
                List<Feed> portion = take.apply(turn.get(i), share);
                taken.addAll(portion);
                if (!portion.isEmpty()) {
                    served.set(turn.get(i));
                }
                if (portion.size() == share) {
                    hungry.add(turn.get(i));
                }
            }
            turn = hungry;
        }
        return taken;
    }
}
