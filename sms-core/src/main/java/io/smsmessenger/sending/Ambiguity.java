package io.smsmessenger.sending;

import io.smsmessenger.model.AccountId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the unknown outcomes of each account, and says when there are too many. Each one also takes a hand from its
 * account for as long as it counts: so a carrier that hangs makes no more of them than there are hands, although other
 * messages would take the place of the first.
 */
final class Ambiguity {
    private final Breaker rule;
    private final int hands;
    private final Map<AccountId, Account> accounts = new HashMap<>();

    Ambiguity(Breaker rule, int hands) {
        this.rule = rule;
        this.hands = hands;
    }

    /**
     * Counts one.
     *
     * @param begun when the attempt began, in the order of all attempts
     * @param order the latest of that order
     * @return whether from now on the account is only to be tried
     */
    synchronized boolean tooMany(AccountId id, long begun, long order, Instant now) {
        Account account = accounts.computeIfAbsent(id, unused -> new Account());
        if (begun <= account.openedAt) {
            return false;
        }
        account.forgetBefore(now.minus(rule.within()));
        account.unknown.add(now);
        if (account.unknown.size() < rule.ambiguous()) {
            return false;
        }
        account.unknown.clear();
        account.openedAt = order;
        return true;
    }

    /** How many messages of this account may be in flight. */
    synchronized int allowed(AccountId id, Instant now) {
        Account account = accounts.get(id);
        if (account == null || account.unknown.isEmpty()) {
            return hands;
        }
        account.forgetBefore(now.minus(rule.within()));
        return Math.max(hands, rule.ambiguous()) - account.unknown.size();
    }

    private static final class Account {
        private final Deque<Instant> unknown = new ArrayDeque<>();
        private long openedAt;

        void forgetBefore(Instant instant) {
            unknown.removeIf(at -> at.isBefore(instant));
        }
    }
}
