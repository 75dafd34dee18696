package io.smsmessenger.jpa;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.Problem;
import io.smsmessenger.store.Feed;
import io.smsmessenger.store.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives rows out, campaign by campaign, each in a transaction that begins with the campaign's lock: so no two nodes take
 * the same row or count the same room, and what is read after the lock is as it stands. A campaign that somebody else
 * holds is passed by.
 */
final class CampaignFeeding {
    private static final int MOST_CAMPAIGNS = 100;
    private static final String STARTED =
            "select c.id from SmsCampaign c where c.state = 'RUNNING' and (c.sendAt is null or c.sendAt <= ?1)"
                    + " and c.id %s ?2 order by c.id";
    private static final String QUEUED = "select count(o.messageId) from SmsOutbox o where o.campaignId = ?1";
    private static final String IN_HAND = "select count(r.ordinal) from SmsCampaignRecipient r"
            + " where r.campaignId = ?1 and r.state = 'LEASED' and r.leaseUntil > ?2";
    private static final String LEFT = "select r.ordinal, r.address, r.fields from SmsCampaignRecipient r"
            + " where r.campaignId = ?1 and r.state = 'LEASED' and r.leaseUntil <= ?2 order by r.ordinal";
    private static final String NEXT = "select r.ordinal, r.address, r.fields from SmsCampaignRecipient r"
            + " where r.campaignId = ?1 and r.state = 'WAITING' order by r.ordinal";
    private static final String TAKE = "update SmsCampaignRecipient r set r.state = 'LEASED', r.leaseUntil = ?3"
            + " where r.campaignId = ?1 and r.ordinal in ?2 and r.state in ('WAITING', 'LEASED')";
    private static final String HAND_OVER = "update SmsCampaignRecipient r set r.state = 'HANDED_OVER',"
            + " r.messageId = ?3, r.problem = null, r.detail = null, r.leaseUntil = null"
            + " where r.campaignId = ?1 and r.ordinal = ?2 and r.state <> 'HANDED_OVER'";
    private static final String REFUSE = "update SmsCampaignRecipient r set r.state = 'REFUSED',"
            + " r.problem = ?3, r.detail = ?4, r.leaseUntil = null"
            + " where r.campaignId = ?1 and r.ordinal = ?2 and r.state in ('WAITING', 'LEASED')";
    private static final String ENDED =
            "select c.id from SmsCampaign c where c.id = ?1 and c.state = 'CANCELLED' and c.swept = true";
    private static final String SWEEP_AGAIN = "update SmsCampaign c set c.swept = false where c.id = ?1";

    private final Transactions transactions;
    private final Turns turns = new Turns();

    CampaignFeeding(Transactions transactions) {
        this.transactions = transactions;
    }

    List<Feed> feed(int limit, int backlog, Instant now, Duration lease) {
        return turns.share(
                started(now),
                limit,
                (campaign, share) -> transactions.own(tx -> take(tx, campaign, share, backlog, now, now.plus(lease))));
    }

    private List<Long> started(Instant now) {
        long last = turns.served();
        return transactions.own(tx -> Stream.of(">", "<=")
                .flatMap(side -> tx.read(MOST_CAMPAIGNS, STARTED.formatted(side), Times.micros(now), last).stream())
                .map(Row::number)
                .toList());
    }

    private static List<Feed> take(Tx tx, long id, int share, int backlog, Instant now, Instant until) {
        Campaign campaign = CampaignRows.lockedUnlessHeld(tx, id)
                .filter(found -> found.state() == CampaignState.RUNNING)
                .orElse(null);
        if (campaign == null) {
            return List.of();
        }
        long held = tx.readOne(QUEUED, id).orElseThrow().number()
                + tx.readOne(IN_HAND, id, Times.micros(now)).orElseThrow().number();
        int room = (int) Math.min(share, backlog - held);
        if (room <= 0) {
            return List.of();
        }
        List<Feed> feeds = new ArrayList<>();
        tx.read(room, LEFT, id, Times.micros(now)).forEach(row -> feeds.add(feed(campaign, row)));
        if (feeds.size() < room) {
            tx.read(room - feeds.size(), NEXT, id).forEach(row -> feeds.add(feed(campaign, row)));
        }
        if (!feeds.isEmpty()) {
            List<Long> taken = feeds.stream().map(Feed::rowId).toList();
            tx.change(TAKE, id, taken, Times.micros(until));
        }
        return feeds;
    }

    private static Feed feed(Campaign campaign, Row row) {
        return new Feed(row.number(), campaign, CampaignRows.recipient(row));
    }

    static int handedOver(Tx tx, Feed feed, MessageId message) {
        long campaign = feed.campaign().id().value();
        int changed = tx.change(HAND_OVER, campaign, feed.rowId(), message.value());
        // Only looked at as a rule: a lock would wait for whoever is adding recipients.
        if (tx.readOne(ENDED, campaign).isPresent()) {
            tx.change(SWEEP_AGAIN, campaign);
        }
        return changed;
    }

    static int refused(Tx tx, Feed feed, Problem problem, String detail) {
        return tx.change(REFUSE, feed.campaign().id().value(), feed.rowId(), problem.name(), Fitting.cut(detail, 500));
    }
}
